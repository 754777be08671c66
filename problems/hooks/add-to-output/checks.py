from torchgrade.problems.kit import attempt, check, example, fill, nn, seeds, st, tensor, tensors, torch

NUMBERS = st.one_of(st.integers(-5, 5), st.floats(-4, 4).map(lambda value: round(value, 3)))
FLOATS = ("float32", "float64")
KINDS = ("exp", "identity", "linear", "tanh", "keep", "expand", "total")


def build(kind, n, seed, parts=2):
    """Make a module n -> n of the drawn kind, with random weights where it has any."""

    class Exp(nn.Module):
        def forward(self, x):
            return torch.exp(x)

    class Keep(nn.Module):
        def forward(self, x):
            self.kept = x * 2
            return self.kept

    class Expand(nn.Module):
        def forward(self, x):
            return x[:, :1].expand_as(x)

    class Total(nn.Module):
        def forward(self, x):
            return x.sum()

    class Several(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = nn.ModuleList([nn.Linear(n, n) for _ in range(parts)])

        def forward(self, x):
            return tuple([torch.exp(layer(x).tanh()) for layer in self.layers])

    make = {
        "exp": Exp,
        "identity": nn.Identity,
        "linear": lambda: nn.Linear(n, n),
        "tanh": nn.Tanh,
        "keep": Keep,
        "expand": Expand,
        "total": Total,
        "tuple": Several,
    }[kind]
    return fill(make(), seed)


def gradient(out, x, weights):
    """The gradient at x of the weighted sum of an output (or of all parts of it), or the error of backward()."""

    def backward():
        x.grad = None
        parts = out if isinstance(out, tuple) else (out,)
        sum((part * weights).sum() for part in parts).backward()
        return x.grad

    return attempt(backward)


@example(kind="exp", k=0.5, x=tensor([[0.0, 1.0]]), weights=tensor([[1.0, 2.0]]), seed=1)
@example(kind="identity", k=0.5, x=tensor([[1, 2]]), weights=tensor([[1.0, 1.0]]), seed=2)
@example(kind="total", k=2.5, x=tensor([[1.0, 2.0]]), weights=tensor([[1.0, 1.0]]), seed=2)
@example(kind="linear", k=1000.1, x=tensor([[1.0, 2.0]], "float64"), weights=tensor([[1.0, 1.0]]), seed=2)
@example(kind="identity", k=-3, x=tensor([[1.0, 2.0]]), weights=tensor([[1.0, 1.0]]), seed=1)
@example(kind="linear", k=0, x=tensor([[1.0, 2.0]]), weights=tensor([[1.0, 1.0]]), seed=1)
@example(kind="tanh", k=2, x=tensor([[0.1, 2.0]], "float64"), weights=tensor([[1.0, 1.0]]), seed=1)
@check(
    kind=st.sampled_from(KINDS),
    k=NUMBERS,
    x=tensors("b n", dtype=FLOATS, b=(1, 4)),
    weights=tensors("b n"),
    seed=seeds(),
)
def adds_k_until_removed(solution, kind, k, x, weights, seed):
    """The output is the old one plus k, with the right gradient, until handle.remove(); other modules are untouched."""
    module = build(kind, x.shape[1], seed).to(x.device)
    other = build(kind, x.shape[1], seed).to(x.device)
    if x.is_floating_point():
        module.to(x.dtype), other.to(x.dtype)
        x = x.clone().requires_grad_()
    module.train(seed % 2 == 0)
    handle = solution.add_to_output(module, k)
    out = module(x * 1)
    seen = {"output": out.detach().clone(), "training": module.training}
    seen["gradient"] = gradient(out, x, weights) if x.requires_grad else None
    seen["output of another module of the class"] = other(x).detach()
    seen["handle.remove()"] = attempt(lambda: handle.remove())
    seen["output after remove()"] = module(x).detach()
    seen["state dict after remove()"] = list(module.state_dict())
    return seen


@example(parts=1, k=2.5, x=tensor([[0.5, 1.0]]), weights=tensor([[1.0, 2.0]]), seed=1)
@example(parts=2, k=-1, x=tensor([[0.5, 1.0]]), weights=tensor([[1.0, 2.0]]), seed=1)
@check(parts=st.integers(1, 3), k=NUMBERS, x=tensors("b n", b=(1, 4)), weights=tensors("b n"), seed=seeds())
def every_element_of_a_tuple(solution, parts, k, x, weights, seed):
    """A tuple of tensors comes out as a tuple of the same length, with k added to each of them."""
    module = build("tuple", x.shape[1], seed, parts).to(x.device)
    x = x.clone().requires_grad_()
    handle = solution.add_to_output(module, k)
    out = module(x)
    seen = {"output": copied(out), "gradient": gradient(out, x, weights)}
    attempt(lambda: handle.remove())
    seen["output after remove()"] = copied(module(x))
    return seen


def copied(out):
    if isinstance(out, (tuple, list)):
        return type(out)([part.detach().clone() for part in out])
    return out.detach().clone()


@example(kind="identity", k=1.5, x=tensor([[1.0, 2.0]]), weights=tensor([[1.0, 1.0]]), seed=1)
@example(kind="keep", k=1.5, x=tensor([[1.0, 2.0]]), weights=tensor([[1.0, 1.0]]), seed=1)
@example(kind="exp", k=1.5, x=tensor([[1.0, 2.0]]), weights=tensor([[1.0, 1.0]]), seed=1)
@check(
    kind=st.sampled_from(("identity", "keep", "exp", "expand", "tanh")),
    k=st.integers(1, 9).map(lambda value: value / 2),
    x=tensors("b n", b=(1, 4)),
    weights=tensors("b n"),
    seed=seeds(),
)
def writes_into_nothing(solution, kind, k, x, weights, seed):
    """The hook writes into no tensor that it was given: not the caller's x, not what the module keeps for itself."""
    module = build(kind, x.shape[1], seed).to(x.device)
    solution.add_to_output(module, k)
    seen = {"output": module(x).clone(), "x afterwards": x.clone()}
    seen["kept by the module"] = module.kept.clone() if kind == "keep" else None
    x = x.clone().requires_grad_()
    inner = x * 1
    out = attempt(module, inner)
    if isinstance(out, torch.Tensor):
        seen["gradient"] = gradient(out, x, weights)
        seen["inner value afterwards"] = inner.detach().clone()
    return seen


@st.composite
def lines(draw):
    """Draw hooks in a row and which of them are removed, in which order: (name, number) and positions."""
    hooks = draw(st.lists(st.tuples(st.sampled_from(("ours", "scale")), st.integers(-3, 4)), min_size=2, max_size=5))
    order = draw(st.permutations(range(len(hooks))))
    return {"hooks": hooks, "removed": list(order[: draw(st.integers(1, len(hooks)))])}


@example(
    line={"hooks": [("scale", 2), ("ours", 3), ("scale", -1), ("ours", 1)], "removed": [1, 0]},
    x=tensor([[1.0, 2.0]]),
    seed=1,
)
@check(line=lines(), x=tensors("b n", b=(1, 4)), seed=seeds())
def stands_in_line_with_other_hooks(solution, line, x, seed):
    """Among hooks that scale the output ours runs in its turn; removing one hook takes away that one only."""
    module = build("linear", x.shape[1], seed).to(x.device)

    def scale_by(factor):
        return lambda module, args, output: output * factor

    handles = []
    for name, number in line["hooks"]:
        if name == "ours":
            handles.append(solution.add_to_output(module, number + 0.5))
        else:
            handles.append(module.register_forward_hook(scale_by(number + 0.5)))
    outputs = [module(x).detach()]
    for position in line["removed"]:
        attempt(lambda handle: handle.remove(), handles[position])
        outputs.append(module(x).detach())
    return outputs
