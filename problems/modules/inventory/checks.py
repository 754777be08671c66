from torchgrade.problems.kit import attempt, check, example, fill, raises, seeds, st, torch

KINDS = ["linear", "frozen bias", "no bias", "norm", "tied", "again", "sequence", "no parameters", "block", "block"]


@st.composite
def trees(draw, depth=2):
    """Draw what a block holds: kinds of modules with their sizes, blocks with what they hold in turn."""
    parts = []
    for _ in range(draw(st.integers(0 if depth < 2 else 1, 4))):
        kind = draw(st.sampled_from(KINDS if depth else KINDS[:-2]))
        parts.append([kind, draw(trees(depth - 1)) if kind == "block" else draw(st.integers(1, 5))])
    return parts


def build(parts, seed=0):
    """Build a model with shared weights, frozen biases, modules used twice and all sorts of buffers."""
    nn = torch.nn

    def make(kind, size, before):
        if kind == "block":
            return Block(size)
        if kind == "again" and before:
            return before[-1]
        if kind == "norm":
            return nn.BatchNorm1d(size)
        if kind == "sequence":
            return nn.Sequential(nn.Conv1d(size, 2, 3), nn.ReLU(), nn.BatchNorm1d(2, affine=False))
        if kind == "no parameters":
            return nn.Dropout()
        layer = nn.Linear(size, size + 1, bias=kind != "no bias")
        if kind == "frozen bias":
            layer.bias.requires_grad_(False)
        if kind == "tied" and before and isinstance(before[0], nn.Linear):
            layer.weight = before[0].weight
        return layer

    class Block(nn.Module):
        def __init__(self, parts):
            super().__init__()
            self.register_buffer("cache", torch.zeros(2), persistent=False)
            before = []
            for number, (kind, size) in enumerate(parts):
                before.append(make(kind, size, before))
                self.add_module(f"part{number}", before[-1])
            self.register_parameter("none", None)
            self.register_buffer("no_buffer", None)
            self.scale = nn.Parameter(torch.ones(3), requires_grad=len(parts) % 2 == 0)
            self.register_buffer("steps", torch.tensor(0.0))
            self.size = 3
            self.plain = torch.ones(2)

    return Block(parts) if seed is None else fill(Block(parts), seed % 2**31)


EVERYTHING = [
    ["frozen bias", 3],
    ["tied", 2],
    ["norm", 4],
    ["again", 1],
    ["block", [["sequence", 2], ["block", []], ["no bias", 2]]],
]


@example(tree=EVERYTHING)
@example(tree=[])
@check(tree=trees())
def counts_every_parameter_once(solution, tree):
    """params counts the elements of all parameters, shared ones once; trainable those with requires_grad."""
    seen = solution.inventory(build(tree, None))  # as they are made, many parameters have equal values
    return [seen["params"], seen["trainable"]]


@example(tree=EVERYTHING)
@example(tree=[])
@check(tree=trees())
def lists_names_in_order(solution, tree):
    """buffers, children and modules are lists of names, in PyTorch's order, and there are no other keys."""
    seen = solution.inventory(build(tree))
    return {
        "keys": sorted(seen),
        "buffers": seen["buffers"],
        "children": seen["children"],
        "modules": seen["modules"],
    }


def named(model):
    """Return all that can be fetched, under every name that it has."""
    return {
        **dict(model.named_modules(remove_duplicate=False)),
        **dict(model.named_parameters(remove_duplicate=False)),
        **dict(model.named_buffers(remove_duplicate=False)),
    }


def shown(model, found):
    """Say what was found: under which names the very object is known, and what it holds."""
    names = [name for name, value in named(model).items() if value is found]
    if isinstance(found, torch.nn.Module):
        return [names, list(found.state_dict().values())]
    return [names, found.detach() if isinstance(found, torch.Tensor) else type(found).__name__]


@example(tree=EVERYTHING, number=0, kind="modules", seed=1)
@example(tree=EVERYTHING, number=4, kind="modules", seed=1)  # the norm under its second name
@example(tree=EVERYTHING, number=3, kind="parameters", seed=1)  # the shared weight under its second name
@example(tree=EVERYTHING, number=0, kind="buffers", seed=1)
@example(tree=EVERYTHING, number=5, kind="buffers", seed=1)  # a buffer of the norm under its second name
@check(
    tree=trees(),
    number=st.integers(0, 100),
    kind=st.sampled_from(["modules", "parameters", "buffers"]),
    seed=seeds(),
)
def fetches_the_very_object(solution, tree, number, kind, seed):
    """fetch returns the very parameter, buffer or submodule that the path names."""
    model = build(tree, seed).double()
    paths = [name for name, _ in getattr(model, f"named_{kind}")(remove_duplicate=False)]
    path = paths[number % len(paths)]
    return {"path": path, "found": shown(model, solution.fetch(model, path))}


NOTHINGS = ["nothing", "part9", "part", "none", "forward", "size", "training", "_modules", "scale.data", "steps.T"]
NOTHINGS += ["no_buffer", "plain", "part0.", ".part0", "part0..weight", "part0.-1", "part0.00", "weight"]


@example(tree=[], number=0, wrong="none", seed=1)
@example(tree=[], number=0, wrong="no_buffer", seed=1)
@example(tree=[], number=0, wrong="plain", seed=1)
@example(tree=[["linear", 1]], number=0, wrong="part0.", seed=1)
@example(tree=[["linear", 1]], number=0, wrong=".part0", seed=1)
@example(tree=[["linear", 1]], number=0, wrong="part0..weight", seed=1)
@example(tree=[["linear", 1]], number=0, wrong="weight", seed=1)
@example(tree=[["sequence", 1]], number=0, wrong="part0.-1", seed=1)
@example(tree=[["sequence", 1]], number=0, wrong="part0.00", seed=1)
@raises(AttributeError)
@check(tree=trees(), number=st.integers(0, 100), wrong=st.sampled_from(NOTHINGS), seed=seeds())
def other_paths_raise_attribute_error(solution, tree, number, wrong, seed):
    """A path to anything but a parameter, a buffer or a module raises AttributeError, at any depth."""
    model = build(tree, seed)
    blocks = [name for name, value in model.named_modules() if hasattr(value, "scale")]
    block = blocks[number % len(blocks)]
    prefix = f"{block}." if block else ""
    refused = attempt(solution.fetch, model, prefix + wrong)
    return {
        "wrong path": prefix + wrong,
        "with it": refused if type(refused).__name__ == "Raised" else shown(model, refused),
        "with a right one": shown(model, solution.fetch(model, f"{prefix}scale")),
    }
