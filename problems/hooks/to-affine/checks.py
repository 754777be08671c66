from torchgrade.problems.kit import attempt, check, example, nn, seeds, st, tensor, tensors, torch

FUNCTIONS = ("Function_A", "Function_B", "Function_W", "Function_Nest", "Function_Named")
OTHERS = ("MyFunctionWrapper", "MyFunction_A", "Function", "function_a", "Heir", "linear")
X = tensor([[1.0, -2.0]])


@st.composite
def trees(draw, kinds=FUNCTIONS + OTHERS, depth=2):
    """Draw nested lists of kinds of layers."""
    tree = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            tree.append(draw(trees(kinds, depth - 1)))
        else:
            tree.append(draw(st.sampled_from(kinds)))
    return tree


def classes(d, ran):
    """Make the classes that a model is built of. `ran` collects the names of those whose own forward has run."""

    class Function_A(nn.Module):
        def forward(self, x):
            ran.append("Function_A")
            return x * 2

    class Function_B(nn.Module):
        def __init__(self):
            super().__init__()
            self.W1 = nn.Parameter(torch.ones(1))
            self.register_buffer("duck", torch.ones(2))

        def forward(self, x):
            ran.append("Function_B")
            return x / self.W1

    class Function_W(nn.Module):
        def __init__(self):
            super().__init__()
            self.W = nn.Parameter(torch.ones(1))
            self.b = nn.Parameter(torch.ones(d + 1))

        def forward(self, x):
            ran.append("Function_W")
            return x + self.W

    class Function_Nest(nn.Module):
        def __init__(self):
            super().__init__()
            self.inner = Function_A()

        def forward(self, x):
            ran.append("Function_Nest")
            return self.inner(x) - 1

    class Function_Named(nn.Module):
        def __repr__(self):
            return "a layer with a name of its own"

        def forward(self, x):
            ran.append("Function_Named")
            return -x

    class Function_Broken(nn.Module):
        def forward(self, x):
            raise ArithmeticError("the old forward runs")

    class MyFunctionWrapper(nn.Module):
        def __init__(self):
            super().__init__()
            self.Function_x = nn.Linear(d, d)

        def forward(self, x):
            return self.Function_x(x) + 1

    class MyFunction_A(nn.Module):
        def forward(self, x):
            return x * 3 - 1

    class Function(nn.Module):
        def forward(self, x):
            return x * 5 + 2

    class function_a(nn.Module):
        def forward(self, x):
            return x * 7 - 2

    class Heir(Function_A):
        pass

    return {made.__name__: made for made in locals().copy().values() if isinstance(made, type)} | {
        "linear": lambda: nn.Linear(d, d)
    }


def build(tree, zoo, at=0):
    """Make the module of a drawn tree, of Sequential and a container of our own by turns."""

    class Layer_AB(nn.Module):
        def __init__(self, layers):
            super().__init__()
            for number, layer in enumerate(layers):
                setattr(self, f"Function_{number}", layer)

        def forward(self, x):
            for layer in self.children():
                x = layer(x)
            return x

    if isinstance(tree, list):
        layers = [build(item, zoo, at + number + 1) for number, item in enumerate(tree)]
        return Layer_AB(layers) if at % 2 else nn.Sequential(*layers)
    return zoo[tree]()


def load(model, seed):
    """Load random values for all that is registered, by name, so that the order of registration does not matter."""
    generator = torch.Generator().manual_seed(seed)
    state = {}
    for name, value in sorted(model.state_dict().items()):
        new = torch.rand(value.shape, generator=generator, dtype=torch.float64) + 0.25
        sign = torch.randint(0, 2, value.shape, generator=generator) * 2 - 1
        state[name] = (new * sign).to(value.dtype)
    model.load_state_dict(state)


def exact(model, x):
    """Return model and x in float64: rounding errors grow in a long chain of layers, and are not the question here."""
    return model.to(x.device).double(), x.double()


def parameters(model):
    return {name: tuple(value.shape) for name, value in model.named_parameters()}


@example(tree="Function_A", x=X, seed=1)
@example(tree=["Function_A", ["Function_B", ["Function_W"]], "Function_Nest"], x=X, seed=1)
@check(tree=trees(), x=tensors("t d", t=(1, 3), d=(1, 4)), seed=seeds())
def replaces_every_function(solution, tree, x, seed):
    """Every Function_... has W and b among its parameters, and for random values the model is their composition."""
    model = build(tree, classes(x.shape[-1], [])).to(x.device)
    solution.to_affine(model, x.shape[-1])
    names = parameters(model.to(x.device))
    load(model, seed)
    model, x = exact(model, x)
    buffers = {name: tuple(value.shape) for name, value in model.named_buffers()}
    return {"parameters": names, "buffers": buffers, "output": model(x).detach()}


@example(tree=["MyFunctionWrapper", "Function", "MyFunction_A", ["linear"]], x=X, seed=1)
@example(tree=["function_a", "Function_A"], x=X, seed=1)
@example(tree=["Heir", "Function_A"], x=X, seed=1)
@example(tree=["Function_A", "Function_B"], x=X, seed=1)
@check(tree=trees(OTHERS + FUNCTIONS[:3]), x=tensors("t d", t=(1, 3), d=(1, 4)), seed=seeds())
def leaves_others_as_they_were(solution, tree, x, seed):
    """Classes with a similar name, and instances that are not in the model, compute what they did before."""
    zoo = classes(x.shape[-1], [])
    twin = build(tree, zoo).to(x.device)  # the same classes, another model, made before ...
    model = build(tree, zoo).to(x.device)
    for number, module in enumerate(model.modules()):
        module.training = number % 2 == 0
    solution.to_affine(model, x.shape[-1])
    modes = {name: module.training for name, module in model.named_modules()}
    later = build(tree, zoo).to(x.device)  # ... and one made afterwards
    load(twin, seed)
    load(later, seed + 1)
    load(model, seed + 2)
    (twin, _), (later, _), (model, x) = exact(twin, x), exact(later, x), exact(model, x)
    precise = build(tree, zoo).double()
    solution.to_affine(precise, x.shape[-1])
    others = {n: str(p.dtype) for n, p in precise.named_parameters() if n.split(".")[-1] not in ("W", "b")}
    outputs = {"model": model(x).detach(), "made before": twin(x).detach(), "made after": later(x).detach()}
    facts = {"their parameters": [parameters(twin), parameters(later)], "dtypes in a float64 model": others}
    return outputs | facts | {"training": modes}


@example(tree=["Function_Broken", "Function_A"], factor=2, x=X, seed=1)
@example(tree="Function_Broken", factor=3, x=X, seed=1)
@check(
    tree=trees((*FUNCTIONS, "Function_Broken", "linear")),
    factor=st.integers(2, 3),
    x=tensors("t d", t=(1, 3), d=(1, 4)),
    seed=seeds(),
)
def old_forward_never_runs(solution, tree, factor, x, seed):
    """The old forward of a replaced module never runs, and hooks that were on the modules work as before."""
    ran = []
    zoo = classes(x.shape[-1], ran)
    model = build(tree, zoo).to(x.device)
    shared = zoo["Function_A"]().to(x.device)
    model = nn.Sequential(shared, model, shared)  # one module at two places
    for module in model.modules():
        if type(module).__name__.startswith("Function_"):
            module.register_forward_hook(lambda module, args, output: output * factor + 1)
    solution.to_affine(model, x.shape[-1])
    load(model, seed)
    model, x = exact(model, x)
    return {
        "output": attempt(lambda: model(x).detach()),
        "output of a module held from outside": attempt(lambda: shared(x).detach()),
        "old forwards that ran": list(ran),
    }


@example(tree=["Function_A", "Function_B"], x=X, seed=1)
@check(tree=trees((*FUNCTIONS, "linear")), x=tensors("t d", t=(1, 3), d=(1, 3)), seed=seeds())
def learns_like_any_module(solution, tree, x, seed):
    """The model itself comes back; W and b get gradients, follow double(), and are loaded or replaced at any time."""
    zoo = classes(x.shape[-1], [])
    model, other = build(tree, zoo).to(x.device), build(tree, zoo).to(x.device)
    result = solution.to_affine(model, x.shape[-1])
    solution.to_affine(other, x.shape[-1])
    load(model, seed)
    load(other, seed + 1)
    model, x = exact(model, x)
    other, _ = exact(other, x)
    first = other(x).detach()
    other.load_state_dict(model.state_dict())
    loaded = other(x).detach()
    for module in other.modules():  # a Parameter that is put in another's place is the one that counts
        if isinstance(getattr(module, "W", None), nn.Parameter):
            module.W = nn.Parameter(module.W.detach() * 2 + 1)
    replaced = other(x).detach()
    load(model, seed + 2)
    x = x.clone().requires_grad_()
    batch = torch.stack([x, x * 2])  # more than one leading dim
    output = model(batch)
    output.tanh().sum().backward()
    return {
        "the same object": result is model,
        "another model": first,
        "another model, loaded": loaded,
        "another model, each W replaced": replaced,
        "output": output.detach(),
        "gradient of x": x.grad,
        "gradients": {name: value.grad for name, value in model.named_parameters()},
    }
