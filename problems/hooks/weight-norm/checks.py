from torchgrade.problems.kit import attempt, check, example, fill, nn, seeds, st, tensor, tensors, torch

X = tensor([[1.0, 2.0, -1.0]])
FLOATS = ("float32", "float64")


def layer(x, out, bias, seed):
    return fill(nn.Linear(x.shape[-1], out, bias=bias).to(x.device, x.dtype), seed)


def parameters(module):
    return {name: tuple(value.shape) for name, value in sorted(module.named_parameters())}


def set_parameters(module, seed):
    """Give every parameter a random value by its name, whatever the order of registration."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for _, value in sorted(module.named_parameters()):
            new = torch.rand(value.shape, generator=generator, dtype=torch.float64) + 0.25
            sign = torch.randint(0, 2, value.shape, generator=generator) * 2 - 1
            value.copy_(new * sign)


@example(x=X, out=2, bias=True, seed=1)
@example(x=X, out=1, bias=False, seed=1)
@check(x=tensors("b n", dtype=FLOATS, b=(1, 4)), out=st.integers(1, 5), bias=st.booleans(), seed=seeds())
def first_output_is_unchanged(solution, x, out, bias, seed):
    """Right after registration the layer gives what the plain Linear gave; the same object comes back."""
    linear = layer(x, out, bias, seed)
    old = linear.bias
    result = solution.weight_norm_hook(linear)
    return {
        "output": linear(x).detach(),
        "the same bias": linear.bias is old,
        "the same object": result is linear,
        "names": sorted(name for name, _ in linear.named_parameters()),
    }


@example(x=X, out=2, bias=True, seed=1)
@example(x=X, out=2, bias=False, seed=1)
@example(x=tensor([[1.0, 2.0, -1.0]], "float64"), out=1, bias=False, seed=1)
@check(x=tensors("b n", dtype=FLOATS, b=(1, 4)), out=st.integers(1, 5), bias=st.booleans(), seed=seeds())
def parameters_are_v_and_g(solution, x, out, bias, seed):
    """The parameters are bias, weight_v and weight_g; for new values the next forward uses g * v / norm, row by row."""
    linear = layer(x, out, bias, seed)
    solution.weight_norm_hook(linear)
    seen = {"parameters": parameters(linear)}
    for step in range(2):  # the second forward shows that the weight is computed anew
        set_parameters(linear, seed + step)
        seen[f"output {step + 1}"] = linear(x).detach()
        seen[f"weight after forward {step + 1}"] = linear.weight.detach().clone()
    seen["parameters after two forwards"] = parameters(linear)
    with torch.no_grad():
        for name, value in linear.named_parameters():
            if name == "weight_v":
                value.mul_(1e-6)  # very short rows: only the direction counts
    seen["output for a short weight_v"] = linear(x).detach()
    return seen


@example(x=X, weights=tensor([[1.0, -2.0]]), bias=True, seed=1)
@example(x=X, weights=tensor([[1.0, -2.0]]), bias=True, seed=2)
@check(
    x=tensors("b n", dtype="float64", b=(1, 4)),
    weights=tensors("b out", dtype="float64", out=(1, 4)),
    bias=st.booleans(),
    seed=seeds(),
)
def gradients_reach_v_and_g(solution, x, weights, bias, seed):
    """weight_v, weight_g, bias and the input get the right gradients, and in two steps of training all follows."""
    linear = layer(x, weights.shape[1], bias, seed).train(seed % 2 == 0)
    solution.weight_norm_hook(linear)
    set_parameters(linear, seed)
    x = x.clone().requires_grad_()
    seen = [linear.training]
    for _ in range(2):
        linear.zero_grad()
        output = linear(x)
        (torch.sin(output) * weights.to(x.dtype)).sum().backward()
        seen.append({"output": output.detach(), "gradient of x": x.grad.clone()})
        with torch.no_grad():
            for name, value in sorted(linear.named_parameters()):
                seen[-1][f"gradient of {name}"] = value.grad
                if value.grad is not None:
                    value -= 0.1 * value.grad
    return [*seen, linear(x).detach()]


@example(x=X, out=2, others=1, seed=1)
@check(x=tensors("b n", b=(1, 4)), out=st.integers(1, 4), others=st.integers(0, 2), seed=seeds())
def stays_one_module(solution, x, out, others, seed):
    """double(), a state dict, no_grad and other pre-hooks all work, and two layers know nothing of each other."""
    first, second = layer(x, out, True, seed), layer(x, out, True, seed + 1)
    for number in range(others):  # other people's hooks, before and after ours
        first.register_forward_pre_hook(lambda module, args, number=number: (args[0] * (number + 2) - 1,))
    result = solution.weight_norm_hook(first)
    weights = []  # that a hook behind ours finds

    def look(module, args):
        weight = getattr(module, "weight", None)
        weights.append(None if weight is None else weight.detach().clone())
        return (args[0] * 3 + 1,)

    first.register_forward_pre_hook(look)
    solution.weight_norm_hook(second)
    set_parameters(first, seed)
    set_parameters(second, seed + 2)
    with torch.no_grad():
        seen = {"first": first(x), "second": second(x)}
    set_parameters(first, seed + 4)
    with torch.no_grad():
        seen["first, with other values"] = first(x)
    seen["weight in a later pre-hook"] = list(weights)
    seen["state dict"] = {name: value.clone() for name, value in first.state_dict().items()}
    seen["loading"] = attempt(lambda: len(second.load_state_dict(first.state_dict()).missing_keys))
    seen["second, loaded from first"] = second(x).detach()
    second.weight_v = nn.Parameter(second.weight_v.detach() * 2 + 1)
    seen["second, with another Parameter weight_v"] = second(x).detach()
    first.double()
    set_parameters(first, seed + 3)
    seen["first, as float64"] = first(x.double()).detach()
    seen["the same object"] = result is first
    return seen
