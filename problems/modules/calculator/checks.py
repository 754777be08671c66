from torchgrade.problems.kit import attempt, check, example, raises, st, tensor, tensors, torch

WORDS = ["add2", "zero", "add10", "up", "minus_one", "Add3", "b", "a"]


@st.composite
def plans(draw):
    """Draw a calculator's operations and the names to call, repeats and none at all among them."""
    known = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5, unique=True))
    ops = {name: draw(st.integers(-40, 40)) / 4 for name in known}
    return {"ops": ops, "names": draw(st.lists(st.sampled_from(known), max_size=6))}


def X(*more):
    return tensors("a b", dtype=("float32", "float64", *more), a=(0, 3), b=(1, 4))


FIRST = {"ops": {"add2": 2.0, "add3": 3.0, "add5": 5.0}, "names": ["add3", "add2", "add5"]}


@example(x=tensor([[1.0]]), plan=FIRST)
@example(x=tensor(1.0), plan={**FIRST, "names": ["add2", "add2"]})
@example(x=tensor([1.0, 2.0]), plan={**FIRST, "names": []})
@example(x=tensor([1.0, 2.0], dtype="float16"), plan=FIRST)
@check(x=X("float16", "bfloat16"), plan=plans())
def adds_in_the_given_order(solution, x, plan):
    """The named operations are applied to x one after the other, repeats included, and x keeps its values."""
    return solution.Calculator(plan["ops"])(x, plan["names"])


@raises(ValueError)
@check(x=X(), plan=plans(), unknown=st.sampled_from(["add7", "ops", "forward", "ADD2", "A"]), place=st.integers(0, 6))
def unknown_names_raise_value_error(solution, x, plan, unknown, place):
    """An unknown name among the others raises ValueError; the calculator works as before afterwards."""
    calculator = solution.Calculator(plan["ops"])
    names = plan["names"]
    refused = attempt(calculator, x, [*names[:place], unknown, *names[place:]])
    return {"with an unknown name": refused, "with known names": calculator(x, names)}


@check(x=X(), plan=plans(), factor=st.integers(-8, 8), number=st.integers(0, 4))
def operations_are_child_modules(solution, x, plan, factor, number):
    """Every operation is a module ops.<name>, shows in the repr, and can be replaced; gradients flow through."""

    class Scale(torch.nn.Module):
        def forward(self, value):
            return value * factor

    calculator = solution.Calculator(plan["ops"])
    known = list(plan["ops"])
    listed = [name for name, _ in calculator.named_modules() if name.count(".") == 1]
    shown = [name for name in known if f"({name}): " in repr(calculator)]
    children = [name for name, _ in calculator.named_children()]
    calculator.get_submodule("ops").add_module(known[number % len(known)], Scale())
    leaf = x.clone().requires_grad_()
    result = calculator(leaf, [*known, *plan["names"]])
    result.square().sum().backward()
    return {
        "names in named_modules()": listed,
        "names in the repr": shown,
        "children": children,
        "result after one was replaced": result.detach(),
        "gradient of x": leaf.grad,
    }


@check(x=X(), plan=plans())
def hooks_fire_in_call_order(solution, x, plan):
    """A hook on an operation runs once for each use, in order, and what it returns is passed on."""
    calculator = solution.Calculator(plan["ops"])
    fired = []

    def watch(name, number):
        def scale(_module, _inputs, output):
            fired.append([name, output.clone()])
            return output * (number + 2)

        calculator.get_submodule(f"ops.{name}").register_forward_hook(scale)

    for number, name in enumerate(plan["ops"]):
        watch(name, number)
    return {"result": calculator(x, plan["names"]), "uses": fired[:50]}
