from torchgrade.problems.kit import check, example, st, tensor, tensors, torch

COEFFICIENTS = st.lists(st.integers(-4, 4).filter(bool), min_size=3, max_size=3)
KINDS = st.sampled_from(("powers", "product", "waves", "kinks"))


def build(kind, c):
    """Return fn(a, b, k) that is different in each of its inputs. The kinks are at 0, where no value is drawn."""
    return {
        "powers": lambda a, b, k: c[0] * a**3 - c[1] * b**2 + c[2] * k * b,
        "product": lambda a, b, k: c[0] * a * b * k + c[1] * b + c[2] * a**2,
        "waves": lambda a, b, k: c[0] * torch.sin(a * k) + c[1] * torch.exp(b / 4) - c[2] * k**2,
        "kinks": lambda a, b, k: c[0] * torch.relu(a) * k + c[1] * b.abs() + c[2] * k**2,
    }[kind]


@example(kind="powers", c=[3, 1, 1], w=tensor(2.0), a=tensor([[1.0]]), b=tensor([1.0]), k=tensor(2.0))
@check(kind=KINDS, c=COEFFICIENTS, w=tensors(""), a=tensors("m n", m=(0, 4), n=(1, 5)), b=tensors("n"), k=tensors(""))
def gradient_of_a_number(solution, kind, c, w, a, b, k):
    """Where fn returns one number, weights is left out and every input gets its gradient."""
    fn = build(kind, c)
    return {
        "one input": solution.vjp(lambda w: c[0] * w**2 + 5, [w]),
        "three inputs": solution.vjp(lambda a, b, k: fn(a, b, k).sum(), [a, b, k]),
    }


@example(
    kind="powers",
    c=[3, 1, 1],
    a=tensor([[2.0, 3.0]], "float64"),
    b=tensor([6.0, 4.0], "float64"),
    k=tensor(0.0, "float64"),
    weights=tensor([[1.0, -2.0]], "float64"),
    few=tensor([1.0, 2.0], "float32"),
    few_weights=tensor([3.0, 4.0], "float32"),
)
@example(  # so close to a kink that differences of nearby values step over it
    kind="kinks",
    c=[1, 2, 3],
    a=tensor([[1e-12, -1e-12]], "float64"),
    b=tensor([1e-12, -1e-12], "float64"),
    k=tensor(1.0, "float64"),
    weights=tensor([[1.0, 1.0]], "float64"),
    few=tensor([1.0], "float32"),
    few_weights=tensor([2.0], "float32"),
)
@check(
    kind=KINDS,
    c=COEFFICIENTS,
    a=tensors("m n", dtype="float64", m=(0, 4), n=(0, 5)),
    b=tensors("n", dtype="float64"),
    k=tensors("", dtype="float64"),
    weights=tensors("m n", dtype="float64"),
    few=tensors("p", p=(1, 4)),
    few_weights=tensors("p"),
)
def weights_mix_the_outputs(solution, kind, c, a, b, k, weights, few, few_weights):
    """For an output of many numbers the gradients are those of (output * weights).sum(), with each input's shape."""
    return {
        "float64": solution.vjp(build(kind, c), [a, b, k], weights),
        "float32": solution.vjp(lambda x: c[0] * torch.cumsum(x, 0) ** 2 + c[1] * x, [few], weights=few_weights),
    }


@check(
    c=COEFFICIENTS,
    order=st.permutations(range(3)),
    used=tensors("m n", m=(1, 4), n=(1, 5)),
    unused=tensors("p q", dtype=("float64", "float32"), p=(0, 3), q=(1, 3)),
    other=tensors(""),
    weights=tensors("m n"),
)
def unused_inputs_get_zeros(solution, c, order, used, unused, other, weights):
    """An input that fn does not use gets zeros of its own shape and dtype; the others get their gradients."""
    inputs = [used, unused, other]

    def fn(*given):
        return c[0] * given[order.index(0)] ** 3 + c[1]

    return {
        "with weights": solution.vjp(fn, [inputs[place] for place in order], weights),
        "without": solution.vjp(lambda *given: fn(*given).sum(), [inputs[place] for place in order]),
    }


@check(
    kind=KINDS,
    c=COEFFICIENTS,
    a=tensors("m n", m=(1, 4), n=(1, 5)),
    b=tensors("n"),
    k=tensors(""),
    weights=tensors("m n"),
)
def leaves_the_inputs_alone(solution, kind, c, a, b, k, weights):
    """Afterwards the inputs have requires_grad False and grad None, and a second call gives the same gradients."""
    inputs = [a, b, k]
    first = [grad.detach().clone() for grad in solution.vjp(build(kind, c), inputs, weights)]
    after_first = [[x.requires_grad, x.grad] for x in inputs]
    second = solution.vjp(build(kind, c), inputs, weights)
    return {
        "first call": first,
        "requires_grad and grad afterwards": after_first,
        "second call": second,
        "weights.requires_grad and grad": [weights.requires_grad, weights.grad],
        "torch.is_grad_enabled()": torch.is_grad_enabled(),
        "inputs in the list": len(inputs),
    }
