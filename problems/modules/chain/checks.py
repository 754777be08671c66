import copy

from torchgrade.problems.kit import check, example, fill, seeds, st, tensor, tensors, torch

KINDS = ["linear", "scale", "linear", "tanh", "again", "sequence"]


@st.composite
def plans(draw):
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=4))
    order = draw(st.lists(st.integers(0, len(kinds) - 1), max_size=6))
    return {"kinds": kinds, "order": order}


def build(kinds, like, seed):
    """Make modules that map the last dim of ``like`` to the same size, with random weights, on its device."""
    size = like.shape[-1]

    class Scale(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.factor = torch.nn.Parameter(torch.ones(size))
            self.register_buffer("shift", torch.zeros(size))

        def forward(self, x):
            return x * self.factor + self.shift

    def linear():
        return torch.nn.Linear(size, size)

    make = {"linear": linear, "scale": Scale, "tanh": torch.nn.Tanh, "again": linear}
    make["sequence"] = lambda: torch.nn.Sequential(Scale(), torch.nn.Tanh(), linear())
    modules = []
    for number, kind in enumerate(kinds):
        if kind == "again" and modules:
            modules.append(modules[-1])  # one module under two indices
        else:
            modules.append(fill(make[kind]().to(like), seed % 2**31 + number))
    return modules


def X():
    return tensors("b n", dtype="float64", b=(0, 4), n=(1, 4))


@example(x=tensor([[1.0, 2.0]], dtype="float64"), plan={"kinds": ["linear", "scale"], "order": [1, 0, 1, 1]}, seed=3)
@example(x=tensor([[1.0, 2.0]], dtype="float64"), plan={"kinds": ["linear", "scale"], "order": []}, seed=3)
@example(x=tensor([[1.0]], dtype="float64"), plan={"kinds": ["linear", "again", "scale"], "order": [1, 2]}, seed=3)
@example(x=tensor([[1.0]], dtype="float64"), plan={"kinds": ["sequence", "scale"], "order": [1, 0]}, seed=3)
@check(x=X(), plan=plans(), seed=seeds())
def composes_in_the_given_order(solution, x, plan, seed):
    """x goes through the modules in the order given, as often as they are named."""
    given = build(plan["kinds"], x, seed)
    chain = solution.Chain(given, plan["order"])
    first = chain(x).detach()
    for number, module in enumerate(given):
        fill(module, seed % 2**31 + 100 + number)
    return [first.clone(), chain(x).detach()]


@example(x=tensor([[1.0, 2.0]], dtype="float64"), plan={"kinds": ["linear", "scale"], "order": [0]}, step=0.5, seed=3)
@check(x=X(), plan=plans(), step=st.floats(0.25, 2.0), seed=seeds())
def registers_exactly_the_given_modules(solution, x, plan, step, seed):
    """A change through chain.parameters(), buffers(), eval() or float() reaches all the given modules, used or not."""
    given = build(plan["kinds"], x, seed)
    chain = solution.Chain(given, plan["order"])
    with torch.no_grad():
        for value in chain.parameters():
            if value.is_floating_point():
                value.add_(step)
    own = {id(value) for module in given for value in module.parameters()}
    chain.eval()
    chain.float()
    return {
        "parameters of the modules afterwards": [list(module.parameters()) for module in given],
        "buffers of the modules afterwards": [list(module.buffers()) for module in given],
        "modules in training mode": [module.training for module in given],
        "parameters that belong to no given module": [list(v.shape) for v in chain.parameters() if id(v) not in own],
    }


@check(x=X(), plan=plans(), factors=st.lists(st.floats(0.5, 2.0), min_size=4, max_size=4), seed=seeds())
def hooks_fire_once_per_use(solution, x, plan, factors, seed):
    """A hook on a given module runs once for each use, in order, and what it returns is passed on."""
    given = build(plan["kinds"], x, seed)
    fired = []

    def watch(number, module):
        def scale(_module, inputs, output):
            fired.append([number, inputs[0].detach().clone()])
            return output * factors[number] + number

        module.register_forward_hook(scale)

    for number, module in enumerate(given):
        watch(number, module)
    result = solution.Chain(given, plan["order"])(x)
    return {"result": result.detach(), "uses": fired[:50]}


@check(x=X(), plan=plans(), weights=tensors("b n", dtype="float64", b=(0, 4), n=(1, 4)), seed=seeds())
def gradients_add_up_over_repeats(solution, x, plan, weights, seed):
    """Gradients reach x and the parameters, added up over all uses of a module."""
    given = build(plan["kinds"], x, seed)
    leaf = x.clone().requires_grad_()
    (solution.Chain(given, plan["order"])(leaf) * weights).sum().backward()
    return {"x": leaf.grad, "parameters": [[value.grad for value in module.parameters()] for module in given]}


@check(x=X(), plan=plans(), seed=seeds())
def state_dict_carries_every_module(solution, x, plan, seed):
    """A state dict loaded into another chain moves the values of every module; a deepcopy is independent."""
    given, others = build(plan["kinds"], x, seed), build(plan["kinds"], x, seed % 2**31 + 1000)
    chain, other = solution.Chain(given, plan["order"]), solution.Chain(others, plan["order"])
    other.load_state_dict(chain.state_dict())
    twin = copy.deepcopy(chain)
    for number, module in enumerate(given):
        fill(module, seed % 2**31 + 100 + number)
    return {
        "result of the loaded chain": other(x).detach(),
        "values of the loaded modules": [list(module.state_dict().values()) for module in others],
        "result of the deepcopy": twin(x).detach(),
    }
