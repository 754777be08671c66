import copy

from torchgrade.problems.kit import check, example, seeds, st, tensor, tensors, tolerance, torch

SIZES = {"i": (1, 6), "o": (1, 6), "b": (1, 4), "t": (1, 4), "s": (1, 3), "z": (0, 0)}


def inputs(dtype):
    def shaped(shape):
        return tensors(shape, dtype=dtype, **{name: SIZES[name] for name in shape.split()})

    return st.one_of(shaped("i"), shaped("b i"), shaped("b t i"), shaped("b s t i"), shaped("z i"))


def weights(shape, dtype="float32"):
    return tensors(shape, dtype=dtype, **{name: SIZES[name] for name in shape.split()})


def loaded(solution, W, b, bias):
    """Make a layer on the device and in the dtype of W, and load it as if from an nn.Linear."""
    layer = solution.MyLinear(W.shape[1], W.shape[0], bias=bias).to(W)
    layer.load_state_dict({"weight": W, "bias": b} if bias else {"weight": W})
    return layer


@example(x=tensor([[1.0, 2.0]]), W=tensor([[1.0, 10.0], [0.0, 3.0], [2.0, 2.0]]), b=tensor([0.5, 1.0, 2.0]), bias=True)
@example(x=tensor([[1.0, 2.0]]), W=tensor([[1.0, 10.0], [0.0, 3.0], [2.0, 2.0]]), b=tensor([0.5, 1.0, 2.0]), bias=False)
@example(x=tensor([[[[1.0, 2.0]]]]), W=tensor([[1.0, 10.0]]), b=tensor([0.5]), bias=True)
@example(
    x=tensor([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]], layout="transposed"),
    W=tensor([[1.0, 10.0]]),
    b=tensor([0.5]),
    bias=True,
)
@tolerance(rtol=1e-4, atol=1e-5)
@check(x=inputs("float32"), W=weights("o i"), b=weights("o"), bias=st.booleans())
def computes_what_nn_linear_computes(solution, x, W, b, bias):
    """After load_state_dict it computes what nn.Linear does, whatever the leading dims are."""
    made = []
    original = torch.nn.Linear.__init__

    def witness(self, *args, **kwargs):
        made.append(1)
        original(self, *args, **kwargs)

    torch.nn.Linear.__init__ = witness
    try:
        result = loaded(solution, W, b, bias)(x).detach()
    finally:
        torch.nn.Linear.__init__ = original
    return {"result": result, "nn.Linear layers made on the way": len(made)}


@example(in_f=3, out_f=2, bias=True)
@example(in_f=3, out_f=2, bias=False)
@check(in_f=st.integers(1, 9), out_f=st.integers(1, 9), bias=st.booleans())
def registers_weight_and_bias(solution, in_f, out_f, bias):
    """Its parameters are weight [out_f, in_f] and, unless bias=False, bias [out_f]; the state dict holds the same."""
    layer = solution.MyLinear(in_f, out_f, bias)

    def facts(named):
        return {name: [list(v.shape), str(v.dtype), v.requires_grad] for name, v in sorted(named)}

    return {
        "parameters": facts(layer.named_parameters()),
        "state dict": sorted(layer.state_dict()),
        "default of bias": sorted(name for name, _ in solution.MyLinear(in_f, out_f).named_parameters()),
        "parameters in all": sum(value.numel() for value in layer.parameters()),
    }


@tolerance(rtol=1e-4, atol=1e-5)
@check(x=inputs("float32"), W=weights("o i"), b=weights("o"), bias=st.booleans())
def learns_through_both_parameters(solution, x, W, b, bias):
    """weight, bias and x get the right gradient."""
    layer = solution.MyLinear(W.shape[1], W.shape[0], bias=bias).to(W)
    with torch.no_grad():
        layer.weight.copy_(W)
        if bias:
            layer.bias.copy_(b)
    leaf = x.clone().requires_grad_()
    out = layer(leaf)
    (out * torch.arange(1.0, out.numel() + 1, device=out.device).reshape(out.shape)).sum().backward()
    return {"weight": layer.weight.grad, "bias": layer.bias.grad if bias else None, "x": leaf.grad}


@check(x=inputs("float64"), W=weights("o i", "float64"), b=weights("o", "float64"), bias=st.booleans())
def moves_copies_and_saves_as_one(solution, x, W, b, bias):
    """double(), deepcopy and the state dict reach everything that the layer computes with."""
    layer = loaded(solution, W, b, bias)
    second = solution.MyLinear(W.shape[1], W.shape[0], bias=bias).to(W)
    second.load_state_dict(layer.state_dict())
    twin = copy.deepcopy(layer)
    with torch.no_grad():
        for value in layer.parameters():
            value.mul_(2.0)
    return {
        "doubled": layer(x).detach(),
        "a deepcopy from before": twin(x).detach(),
        "another layer that loaded the state dict": second(x).detach(),
    }


@check(W=weights("o i"), b=weights("o"), seed=seeds())
def starts_at_random(solution, W, b, seed):
    """Start values are random, finite, new in each layer, and the same after the same torch.manual_seed."""
    rows, columns = W.shape

    def start(number):
        torch.manual_seed(number)
        pair = [solution.MyLinear(columns, rows).weight.detach().clone() for _ in range(2)]
        seeds_left.append(torch.initial_seed())
        return pair, torch.rand(4)

    seeds_left = []
    ((first, second), after), ((again, _), _), ((other, _), after_other) = start(seed), start(seed), start(seed + 1)
    layer = loaded(solution, W, b, True)
    return {
        "a second layer starts with other values": not torch.equal(first, second),
        "the same seed gives the same values": torch.equal(first, again),
        "another seed gives other values": not torch.equal(first, other),
        "start values are finite": bool(torch.isfinite(first).all()),
        "random numbers drawn afterwards follow the seed": not torch.equal(after, after_other),
        "the seed of the caller, afterwards": seeds_left,
        "loaded": [layer.weight.detach(), layer.bias.detach()],
    }
