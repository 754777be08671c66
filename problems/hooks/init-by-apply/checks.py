from torchgrade.problems.kit import check, example, fill, nn, seeds, st, tensor, tensors, torch

LINEARS = ("linear", "no bias", "dense")
OTHERS = ("norm", "lookalike", "namesake", "conv", "embedding", "bilinear", "relu")
NUMBERS = st.one_of(st.integers(-3, 3), st.floats(-2, 2))


@st.composite
def trees(draw, kinds=LINEARS + OTHERS, depth=2):
    """Draw nested lists of kinds of layers, such as ["linear", ["norm", "dense"]]."""
    tree = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            tree.append(draw(trees(kinds, depth - 1)))
        else:
            tree.append(draw(st.sampled_from(kinds)))
    return tree


def build(tree, n, at=0):
    """Make the module of a drawn tree: Sequential and modules of our own by turns, every layer n -> n."""

    class Dense(nn.Linear):
        def __init__(self, *sizes):
            super().__init__(*sizes)
            self.scale = nn.Parameter(torch.ones(n))  # neither weight nor bias

        def forward(self, x):
            return super().forward(x) * self.scale

    class LinearAttention(nn.Module):
        def __init__(self):
            super().__init__()
            self.weight = nn.Parameter(torch.ones(n))
            self.bias = nn.Parameter(torch.zeros(n))

        def forward(self, x):
            return x * self.weight + self.bias

    class Linear(LinearAttention):  # somebody's own: it does not inherit from nn.Linear
        def __init__(self):
            super().__init__()
            self.in_features = self.out_features = n

    class Block(nn.Module):
        def __init__(self, layers):
            super().__init__()
            self.weight = nn.Parameter(torch.ones(n))
            for number, layer in enumerate(layers):
                setattr(self, f"layer{number}", layer)
            self.count = len(layers)

        def forward(self, x):
            for number in range(self.count):
                x = getattr(self, f"layer{number}")(x)
            return x * self.weight

    if isinstance(tree, list):
        layers = [build(item, n, at + number + 1) for number, item in enumerate(tree)]
        return Block(layers) if at % 2 else nn.Sequential(*layers)
    return {
        "linear": lambda: nn.Linear(n, n),
        "no bias": lambda: nn.Linear(n, n, bias=False),
        "dense": lambda: Dense(n, n),
        "norm": lambda: nn.BatchNorm1d(n),
        "lookalike": LinearAttention,
        "namesake": Linear,
        "conv": lambda: nn.Conv1d(n, n, 1),
        "embedding": lambda: nn.Embedding(n, n),
        "bilinear": lambda: nn.Bilinear(n, n, n),
        "relu": nn.ReLU,
    }[tree]()


def state(model):
    return {name: value.clone() for name, value in model.state_dict().items()}


@example(tree="linear", n=2, double=False, broken=False, seed=1, w=0.5, b=-1.0)
@example(tree="linear", n=1, double=False, broken=True, seed=1, w=0.5, b=-1.0)
@example(tree="dense", n=1, double=True, broken=False, seed=1, w=0.1, b=0.7)
@example(tree="no bias", n=3, double=False, broken=False, seed=1, w=0.25, b=2)
@example(tree=["linear", ["no bias", ["dense"]]], n=3, double=True, broken=False, seed=2, w=-0.3, b=0.0)
@example(tree=["linear", "norm", "lookalike"], n=2, double=False, broken=False, seed=3, w=-0.3, b=1.3)
@check(
    tree=trees(),
    n=st.integers(1, 4),
    double=st.booleans(),
    broken=st.booleans(),
    seed=seeds(),
    w=NUMBERS,
    b=NUMBERS,
)
def fills_every_linear(solution, tree, n, double, broken, seed, w, b):
    """Every nn.Linear at any depth has weight w and bias b afterwards; everything else is as before."""
    model = build(tree, n)
    model = fill(model.double() if double else model, seed)
    for module in model.modules():
        if broken and isinstance(module, nn.Linear):  # whatever was there before
            nn.init.constant_(module.weight, float("nan"))
    solution.init_linear(model, w, b)
    return state(model)


@example(tree=["norm", "lookalike", "conv", ["embedding", "bilinear"]], n=2, seed=4, w=0.5, b=0.1)
@example(tree="lookalike", n=3, seed=5, w=0.5, b=0.1)
@example(tree="namesake", n=2, seed=5, w=0.5, b=0.1)
@check(tree=trees(OTHERS), n=st.integers(1, 4), seed=seeds(), w=NUMBERS, b=NUMBERS)
def leaves_the_rest_alone(solution, tree, n, seed, w, b):
    """In a model without any nn.Linear nothing changes, and the model still comes back."""
    model = fill(build(tree, n), seed)
    result = solution.init_linear(model, w, b)
    return {"state": state(model), "returns the model": result is model}


@example(tree="linear", frozen=False, x=tensor([[1.0, 2.0], [3.0, 4.0]]), seed=1, w=0.5, b=0.1)
@example(tree=["linear", ["no bias"]], frozen=True, x=tensor([[1.0, 2.0]]), seed=1, w=0.5, b=0.1)
@check(
    tree=trees((*LINEARS, "lookalike", "relu")),
    frozen=st.booleans(),
    x=tensors("t n", t=(1, 5), n=(1, 4)),
    seed=seeds(),
    w=NUMBERS,
    b=NUMBERS,
)
def keeps_the_parameters(solution, tree, frozen, x, seed, w, b):
    """The same model comes back, with its own Parameters, gradients, modes and hooks: an optimizer still trains it."""
    model = fill(build(tree, x.shape[1]).to(x.device), seed)
    before = dict(model.named_parameters())
    if frozen:
        next(iter(before.values()), torch.empty(0)).requires_grad_(False)
    fired = []
    for number, module in enumerate(model.modules()):  # gradients, modes and hooks that are none of our business
        module.training = number % 2 == 1
        module.register_forward_pre_hook(lambda module, args, number=number: fired.append(number))
    for number, value in enumerate(before.values()):
        value.grad = torch.full_like(value, number + w)
    result = solution.init_linear(model, w, b)
    kept = {name: value.grad for name, value in model.named_parameters()}
    modes = [module.training for module in model.modules()]
    for value in model.parameters():
        value.grad = None
    facts = {
        name: (before.get(name) is value, value.requires_grad, value.is_leaf, type(value) is nn.Parameter)
        for name, value in model.named_parameters()
    }
    out = model(x)
    if out.requires_grad:
        (out / (out.detach().abs().max() + 1)).sum().backward()
    gradients = {name: value.grad for name, value in model.named_parameters()}
    with torch.no_grad():  # one step of an optimizer that was made before the call
        for value in before.values():
            if value.grad is not None:
                value -= 0.1 * value.grad
    return {
        "returns the model": result is model,
        "(same object, requires_grad, leaf, Parameter)": facts,
        "gradients from before the call": kept,
        "training": modes,
        "hooks that ran": fired,
        "gradients": gradients,
        "state after one optimizer step": state(model),
    }
