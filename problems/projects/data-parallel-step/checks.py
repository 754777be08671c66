from torchgrade.problems.kit import check, example, fill, nn, seeds, st, tensor, tensors, torch


def build(n, seed, sizes):
    """Make a float64 model n -> 3 with random weights that notes how many samples it sees, replicas included."""

    class Noting(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = nn.Sequential(nn.Linear(n, 4), nn.Tanh(), nn.Linear(4, 3))
            self.scale = nn.Parameter(torch.ones(()))

        def forward(self, x):
            if len(sizes) < 500:
                sizes.append(x.shape[0])
            return self.layers(x) * self.scale * (1.0 if self.training else 0.5)

    return fill(Noting().double(), seed)


def targets(kind, y):
    """Return a loss that is a mean over samples, and the targets for it."""
    if kind == "classes":
        return nn.CrossEntropyLoss(), y.argmax(1)
    if kind == "mse":
        return nn.MSELoss(), y
    return (lambda output, y: torch.exp(output * y / 4).sum(1).mean()), y


def gradients(model):
    return {name: None if p.grad is None else p.grad.detach().clone() for name, p in model.named_parameters()}


LOSSES = st.sampled_from(("mse", "classes", "custom"))


@example(
    x=tensor([[1.0], [2.0], [3.0], [4.0]], "float64"),
    y=tensor([[1.0, 2.0, 3.0]] * 4, "float64"),
    world=2,
    kind="mse",
    seed=1,
)
@check(
    x=tensors("4*k n", dtype="float64", k=(1, 2), n=(1, 4)),
    y=tensors("4*k 3", dtype="float64"),
    world=st.sampled_from((1, 2, 4)),
    kind=LOSSES,
    seed=seeds(),
)
def equals_the_full_batch(solution, x, y, world, kind, seed):
    """The gradients are those of the mean loss over the whole batch, also where it is cut into pieces."""
    sizes = []
    model = build(x.size(1), seed, sizes)
    loss_fn, y = targets(kind, y)
    solution.data_parallel_step(model, loss_fn, x, y, world)
    return {"gradients": gradients(model), "largest piece that the model saw": max(sizes, default=0)}


@example(
    x=tensor([[float(i)] for i in range(7)], "float64"),
    y=tensor([[1.0, -2.0, 3.0]] * 7, "float64"),
    world=2,
    kind="mse",
    seed=1,
)
@example(
    x=tensor([[float(i)] for i in range(5)], "float64"),
    y=tensor([[1.0, -2.0, 3.0]] * 5, "float64"),
    world=3,
    kind="mse",
    seed=1,
)
@example(
    x=tensor([[float(i)] for i in range(5)], "float64"),
    y=tensor([[1.0, -2.0, 3.0]] * 5, "float64"),
    world=4,
    kind="mse",
    seed=1,
)
@example(
    x=tensor([[1.0], [2.0]], "float64"), y=tensor([[1.0, -2.0, 3.0]] * 2, "float64"), world=5, kind="classes", seed=1
)
@check(
    x=tensors("b n", dtype="float64", b=(1, 9), n=(1, 4)),
    y=tensors("b 3", dtype="float64"),
    world=st.integers(1, 6),
    kind=LOSSES,
    seed=seeds(),
)
def pieces_of_any_number_and_size(solution, x, y, world, kind, seed):
    """This holds for pieces of different sizes and for fewer pieces than world; none exceeds ceil(batch / world)."""
    sizes = []
    model = build(x.size(1), seed, sizes)
    loss_fn, y = targets(kind, y)
    solution.data_parallel_step(model, loss_fn, x, y, world)
    return {"gradients": gradients(model), "largest piece that the model saw": max(sizes, default=0)}


@example(
    x=tensor([[1.0], [2.0], [3.0]], "float64"),
    y=tensor([[1.0, 2.0, 3.0]] * 3, "float64"),
    world=2,
    old=[1, None, 2, 0, 3],
    training=True,
    mixed=True,
    seed=1,
)
@check(
    x=tensors("b n", dtype="float64", b=(2, 9), n=(1, 4)),
    y=tensors("b 3", dtype="float64"),
    world=st.integers(1, 5),
    old=st.lists(st.one_of(st.none(), st.integers(-3, 3)), min_size=5, max_size=5),
    training=st.booleans(),
    mixed=st.booleans(),
    seed=seeds(),
)
def replaces_old_gradients_only(solution, x, y, world, old, training, mixed, seed):
    """Old gradients are replaced and not added to; the values of the parameters, and the model, stay as they were."""
    model = build(x.size(1), seed, []).train(training)
    if mixed:  # one layer in the other mode
        model.layers[1].train(not training)
    parameters = list(model.parameters())
    for p, number in zip(parameters, old, strict=True):
        p.grad = None if number is None else torch.full_like(p, number)
    loss_fn, y = targets("mse", y)
    solution.data_parallel_step(model, loss_fn, x, y, world)
    once = gradients(model)
    solution.data_parallel_step(model, loss_fn, x, y, world)
    return {
        "gradients": once,
        "gradients after a second call": gradients(model),
        "parameters": [p.detach().clone() for p in model.parameters()],
        "parameters that are other objects now": sum(
            a is not b for a, b in zip(parameters, model.parameters(), strict=True)
        ),
        "training, layer by layer": [layer.training for layer in model.modules()],
        "requires_grad": [p.requires_grad for p in parameters],
        "torch.is_grad_enabled()": torch.is_grad_enabled(),
    }
