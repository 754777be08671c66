from torchgrade.problems.kit import attempt, check, example, fill, nn, seeds, st, tensor, tensors, torch

KINDS = ("add", "product", "layers")
ONES = tensor([[[1.0, 2.0]], [[3.0, 4.0]], [[5.0, 7.0]]], dtype="float64")
UP = tensor([[1.0, 3.0]], dtype="float64")


def build(kind, n, seed):
    """Make a module that takes any number of inputs of n features."""

    class Layer(nn.Module):
        def __init__(self):
            super().__init__()
            self.W = nn.Parameter(torch.zeros(n))
            self.inner = nn.Linear(n, n)

        def forward(self, *inputs):
            total = inputs[0]
            for number, value in enumerate(inputs[1:]):
                if kind == "add":
                    total = total + value
                elif kind == "product":
                    total = total * value + (number + 1) * value
                else:
                    total = torch.sin(total) - self.inner(value).tanh()
            if kind == "product":
                return total * self.W
            return total + self.W

    return fill(Layer().double(), seed)


def setup(kind, count, data, seed):
    model = build(kind, data.shape[-1], seed).to(data.device).train(seed % 2 == 0)
    return model, [value.clone().requires_grad_() for value in data[:count]]


def gradients(tensors):
    return [value.grad.clone() if value.grad is not None else None for value in tensors]


@example(kind="product", count=2, data=ONES, weights=UP, seed=1)
@example(kind="add", count=1, data=ONES, weights=UP, seed=2)
@example(kind="add", count=2, data=ONES, weights=tensor([[1e-8, 3e-8]], dtype="float64"), seed=2)
@example(kind="layers", count=3, data=ONES, weights=UP, seed=1)
@check(
    kind=st.sampled_from(KINDS),
    count=st.integers(1, 3),
    data=tensors("3 b n", dtype="float64", b=(1, 4)),
    weights=tensors("b n", dtype="float64"),
    seed=seeds(),
)
def divides_by_the_sum(solution, kind, count, data, weights, seed):
    """Each input gets its gradient divided, element by element, by the sum of all inputs' gradients."""
    model, inputs = setup(kind, count, data, seed)
    solution.normalise_input_grads(model)
    (model(*inputs) * weights).sum().backward()
    return gradients(inputs)


@example(kind="add", count=2, wanted=True, data=ONES, weights=UP, seed=1)
@example(kind="layers", count=2, wanted=False, data=ONES, weights=UP, seed=1)
@check(
    kind=st.sampled_from(KINDS),
    count=st.integers(1, 3),
    wanted=st.booleans(),
    data=tensors("3 b n", dtype="float64", b=(1, 4)),
    weights=tensors("b n", dtype="float64"),
    seed=seeds(),
)
def parameters_learn_as_before(solution, kind, count, wanted, data, weights, seed):
    """The parameters' gradients are those without a hook, also when no input requires a gradient."""
    model, inputs = setup(kind, count, data, seed)
    if not wanted:
        inputs = [value.detach() for value in inputs]
    first, last = nn.Parameter(weights * 0 + 2), nn.Parameter(weights.clone())
    solution.normalise_input_grads(model)
    # `first` stands before the module and gets its share of the changed gradients, `last` behind it.
    if wanted:
        inputs[0] = inputs[0] * first
    (model(*inputs) * last).sum().backward()
    return {"parameters": gradients(model.parameters()), "before the module": first.grad, "behind it": last.grad}


@example(kind="add", count=2, summed=True, data=ONES, weights=UP, seed=1)
@example(kind="add", count=2, summed=False, data=ONES, weights=UP, seed=1)
@check(
    kind=st.sampled_from(("add", "add", "product", "layers")),
    count=st.integers(2, 3),
    summed=st.booleans(),
    data=tensors("3 b n", dtype="float64", b=(1, 4)),
    weights=tensors("b n", dtype="float64"),
    seed=seeds(),
)
def writes_into_nothing(solution, kind, count, summed, data, weights, seed):
    """No gradient is edited in place: those of a + b are one tensor, and others may be looking at it too."""
    model, inputs = setup(kind, count, data, seed)
    beside = (weights * 0).requires_grad_()
    solution.normalise_input_grads(model)

    def backward():
        out = model(*inputs) + beside  # its gradient is the one that reaches the module's output
        (out if summed else out * weights).sum().backward()

    outcome = attempt(backward)
    first = gradients([*inputs, beside, *model.parameters()])
    # The inputs are also used beside the module: only what flows through the module is normalised.
    again = attempt(lambda: (model(*inputs) + inputs[0] * 2 * weights).sum().backward())
    return {
        "backward()": outcome,
        "gradients of inputs, of a tensor added to the output, of parameters": first,
        "second backward()": again,
        "gradients after it": gradients([*inputs, *model.parameters()]),
    }


@st.composite
def lines(draw):
    """Draw hooks in a row, and the positions of those that are removed, in order."""
    hooks = draw(st.lists(st.tuples(st.sampled_from(("ours", "affine")), st.integers(1, 5)), min_size=1, max_size=4))
    order = draw(st.permutations(range(len(hooks))))
    return {"hooks": hooks, "removed": list(order[: draw(st.integers(1, len(hooks)))])}


@example(line={"hooks": [("ours", 1)], "removed": [0]}, count=2, data=ONES, weights=UP, seed=1)
@example(
    line={"hooks": [("affine", 2), ("ours", 1), ("affine", 3)], "removed": [1, 0]},
    count=2,
    data=ONES,
    weights=UP,
    seed=1,
)
@check(
    line=lines(),
    count=st.integers(2, 3),
    data=tensors("3 b n", dtype="float64", b=(1, 3)),
    weights=tensors("b n", dtype="float64"),
    seed=seeds(),
)
def stands_in_line_and_goes_away(solution, line, count, data, weights, seed):
    """Among other backward hooks ours runs in its turn, and removing its handle takes away this hook only."""
    model, inputs = setup("product", count, data, seed)

    def affine(number):
        def hook(module, grad_input, grad_output):
            return tuple([g * (number + at) - at / 4 for at, g in enumerate(grad_input)])

        return hook

    def backward():
        for value in inputs:
            value.grad = None
        (model(*inputs) * weights).sum().backward()
        return gradients(inputs)

    handles = []
    for name, number in line["hooks"]:
        if name == "ours":
            handles.append(solution.normalise_input_grads(model))
        else:
            handles.append(model.register_full_backward_hook(affine(number)))
    seen = [backward()]
    for position in line["removed"]:
        outcome = attempt(lambda handle: handle.remove(), handles[position])
        seen.append([outcome, backward()])
    return seen
