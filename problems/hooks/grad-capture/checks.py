from torchgrade.problems.kit import attempt, check, example, fill, nn, seeds, st, tensor, tensors, torch

KINDS = ("add", "deep", "two outputs")


def build(kind, n, seed):
    """Make a module that takes any number of inputs of n features."""

    class Layer(nn.Module):
        def __init__(self):
            super().__init__()
            self.W = nn.Parameter(torch.zeros(n))
            self.inner = nn.Linear(n, n)

        def forward(self, *inputs):
            total = sum(inputs[1:], inputs[0]) + self.W  # the gradients of all of these are one tensor
            if kind == "add":
                return total
            product = self.inner(inputs[0])
            for number, value in enumerate(inputs[1:]):
                product = torch.tanh(product) * (value + number * self.W)
            deep = torch.sin(product * self.W)
            return deep if kind == "deep" else (deep, total)

    return fill(Layer(), seed)


def plain(value):
    if isinstance(value, torch.Tensor):
        return value.detach().clone()
    if type(value) in (list, tuple):
        return type(value)([plain(item) for item in value])
    return value if value is None or type(value) in (int, float, bool, str) else type(value).__name__


def run(model, inputs, weights):
    """One forward and one backward pass; the loss weighs the outputs, or sums them up where weights is None."""
    outputs = model(*inputs)
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    if weights is None:
        sum(out.sum() for out in outputs).backward()
    else:
        sum((out * (weights + number)).sum() for number, out in enumerate(outputs)).backward()


def gradients(model, inputs):
    return [plain(value.grad) for value in (*inputs, *model.parameters())]


def forget_gradients(model, inputs):
    """Start afresh, so that no later backward adds to a tensor that somebody has recorded."""
    for value in (*inputs, *model.parameters()):
        value.grad = None


def contents(capture):
    return {"gi": plain(getattr(capture, "gi", None)), "go": plain(getattr(capture, "go", None))}


@example(kind="add", count=1, times=1, data=tensor([[[1.0, 2.0]]] * 3), weights=tensor([[1.0, 3.0]]), seed=1)
@example(kind="deep", count=2, times=1, data=tensor([[[1.0, 2.0]]] * 3), weights=tensor([[1.0, 3.0]]), seed=1)
@example(kind="two outputs", count=1, times=2, data=tensor([[[1.0, 2.0]]] * 3), weights=tensor([[1.0, 3.0]]), seed=2)
@check(
    kind=st.sampled_from(KINDS),
    count=st.integers(1, 3),
    times=st.integers(1, 3),
    data=tensors("3 b n", b=(1, 4)),
    weights=tensors("b n"),
    seed=seeds(),
)
def stores_both_gradients(solution, kind, count, times, data, weights, seed):
    """Each backward adds one tuple to gi, with a gradient for every input, and one to go, for every output."""
    model = build(kind, data.shape[-1], seed).to(data.device).train(seed % 2 == 0)
    capture = solution.GradCapture(model)
    before = contents(capture)
    inputs = [value.clone().requires_grad_() for value in data[:count]]
    for step in range(times):
        run(model, [value * (step + 1) for value in inputs], weights + step)
    return {"at first": before, **contents(capture)}


@example(kind="two outputs", count=1, data=tensor([[[1.0, 2.0]]] * 3), weights=tensor([[1.0, 3.0]]), seed=1)
@example(kind="add", count=2, data=tensor([[[1.0, 2.0]]] * 3), weights=tensor([[1.0, 3.0]]), seed=1)
@check(
    kind=st.sampled_from(KINDS),
    count=st.integers(1, 3),
    data=tensors("3 b n", b=(1, 4)),
    weights=tensors("b n"),
    seed=seeds(),
)
def keeps_none(solution, kind, count, data, weights, seed):
    """Inputs that require no gradient and outputs that the loss does not use have None in the tuples of gi and go."""
    model = build(kind, data.shape[-1], seed).to(data.device)
    capture = solution.GradCapture(model)
    run(model, list(data[:count]), weights)
    if kind == "two outputs":  # once more, and the loss uses only one of them
        (model(*data[:count])[seed % 2] * weights).sum().backward()
    return contents(capture)


@example(
    kind="add",
    count=1,
    leaves=True,
    summed=False,
    data=tensor([[[1.0, 2.0]]] * 3),
    weights=tensor([[1.0, 3.0]]),
    seed=1,
)
@example(
    kind="add",
    count=2,
    leaves=True,
    summed=True,
    data=tensor([[[1.0, 2.0]]] * 3),
    weights=tensor([[1.0, 3.0]]),
    seed=1,
)
@example(
    kind="add",
    count=1,
    leaves=True,
    summed=False,
    data=tensor([[[1.0, 2.0]]] * 3),
    weights=tensor([[10000.0, -30000.0]]),
    seed=1,
)
@check(
    kind=st.sampled_from(KINDS),
    count=st.integers(1, 3),
    leaves=st.booleans(),
    summed=st.booleans(),
    data=tensors("3 b n", b=(1, 4)),
    weights=tensors("b n"),
    seed=seeds(),
)
def changes_nothing(solution, kind, count, leaves, summed, data, weights, seed):
    """The gradients of inputs and parameters are those without a hook, also for a + W."""
    model = build(kind, data.shape[-1], seed).to(data.device)
    capture = solution.GradCapture(model)
    inputs = [value.clone().requires_grad_() for value in data[:count]]
    seen = []
    for step in range(2):
        forget_gradients(model, inputs)
        run(model, inputs if leaves else [value * 2 for value in inputs], None if summed else weights + step)
        seen.append(gradients(model, inputs))
    return {"gradients of inputs and parameters": seen, **contents(capture)}


@example(others=1, removed=[0], data=tensor([[[1.0, 2.0]]] * 3), weights=tensor([[1.0, 3.0]]), seed=1)
@example(others=0, removed=[1, 0], data=tensor([[[1.0, 2.0]]] * 3), weights=tensor([[1.0, 3.0]]), seed=1)
@check(
    others=st.integers(0, 2),
    removed=st.sampled_from(([0], [1], [0, 1], [1, 0])),
    data=tensors("3 b n", b=(1, 4)),
    weights=tensors("b n"),
    seed=seeds(),
)
def removes_its_own_hook(solution, others, removed, data, weights, seed):
    """After remove() nothing more is recorded by that object; other objects and other people's hooks go on."""
    model = build("deep", data.shape[-1], seed).to(data.device)
    inputs = [value.clone().requires_grad_() for value in data[:2]]
    fired = []
    for number in range(others):  # other people's hooks: each scales the gradients of the inputs
        model.register_full_backward_hook(
            lambda module, gi, go, number=number: fired.append(plain(gi)) or tuple([g * (number + 2) for g in gi])
        )
    captures = [solution.GradCapture(model), solution.GradCapture(model)]
    run(model, inputs, weights)
    outcomes = []
    for position in removed:
        outcomes.append(attempt(lambda capture: capture.remove(), captures[position]))
        forget_gradients(model, inputs)
        run(model, inputs, weights + 1)
    final = gradients(model, inputs)
    for position in {0, 1} - set(removed):
        attempt(lambda capture: capture.remove(), captures[position])
    return {
        "hooks left on the module": len(model._backward_hooks) + len(model._backward_pre_hooks),
        "records": [contents(capture) for capture in captures],
        "remove() raised": [outcome for outcome in outcomes if type(outcome).__name__ == "Raised"],
        "seen by somebody else's hook": fired,
        "gradients of inputs and parameters": final,
    }
