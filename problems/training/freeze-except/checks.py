from torchgrade.problems.kit import check, example, fill, nn, seeds, st, tensors, torch

LAYERS = ("fc", "fc2", "pre_fc", "body", "body_fc")
PREFIXES = st.lists(
    st.sampled_from(
        (
            *("fc", "fc2", "pre_fc", "body", "scale", "c", "fc.bias"),
            *("body.fc", "body.norm", "body.0", "body.01", "body.fc.weight", "scale.x", "fc.bias.x"),
        )
    ),
    max_size=4,
    unique=True,
)


def network(order, seed):
    """Return a model whose layer names begin with, end in and contain each other, in the given order."""

    class Network(nn.Module):
        def __init__(self):
            super().__init__()
            self.scale = nn.Parameter(torch.ones(3))
            for name in order:
                self.add_module(name, self.body_of_layers() if name == "body" else nn.Linear(3, 3))

        def body_of_layers(self):
            body = nn.Sequential(nn.Linear(3, 3))
            body.add_module("01", nn.Linear(3, 3))
            body.add_module("fc", nn.Linear(3, 3))
            body.add_module("norm", nn.BatchNorm1d(3))
            return body

        def forward(self, x):
            return self.scale * sum(module(x) for module in self.children())

    model = fill(Network().double(), seed)
    model.body.norm.running_var.abs_()
    return model


@example(prefixes=["body.fc"], order=list(LAYERS), seed=0)
@example(prefixes=["scale.x", "fc.bias.x"], order=list(LAYERS), seed=0)
@check(prefixes=PREFIXES, order=st.permutations(LAYERS), seed=seeds())
def lists_the_trainable(solution, prefixes, order, seed):
    """The result lists the trainable parameters' full names in the model's order; requires_grad says the same."""
    model = network(order, seed)
    names = solution.freeze_except(model, prefixes)
    return names, [name for name, p in model.named_parameters() if p.requires_grad]


@check(
    x=tensors("n 3", dtype="float64", n=(2, 4)),
    prefixes=PREFIXES,
    order=st.permutations(LAYERS),
    seed=seeds(),
)
def gradients_go_there_only(solution, x, prefixes, order, seed):
    """backward gives gradients to exactly the chosen parameters."""
    model = network(order, seed)
    solution.freeze_except(model, prefixes)
    scores = model(x)
    if scores.requires_grad:
        scores.square().sum().backward()
    return scores.detach(), {name: p.grad for name, p in model.named_parameters()}


@check(
    x=tensors("n 3", dtype="float64", n=(2, 4)),
    before=st.lists(st.booleans(), min_size=17, max_size=17),
    first=PREFIXES,
    prefixes=PREFIXES,
    seed=seeds(),
)
def releases_and_keeps_values(solution, x, before, first, prefixes, seed):
    """What was frozen before is released when chosen, and values, buffers and the parameter objects stay."""
    model = network(LAYERS, seed)
    held = list(model.parameters())
    for p, requires_grad in zip(held, before, strict=True):
        p.requires_grad_(requires_grad)
    lists = [list(solution.freeze_except(model, first)), list(solution.freeze_except(model, tuple(prefixes)))]
    state = {name: value.clone() for name, value in model.state_dict().items()}
    scores = model(x)
    if scores.requires_grad:
        scores.square().sum().backward()
    return lists, state, [p.grad for p in held], [p.is_leaf for p in held]
