import contextlib

from torchgrade.problems.kit import check, example, st, tensor, tensors, torch

M = [0.1, 0.25, 0.5, 0.9, 1.0, 0.0]


def batch(rows, dtype="float32"):
    return tensors(f"{rows} n", dtype=dtype, b=(1, 5), c=(1, 5), d=(1, 5), n=(1, 6))


def make(solution, x, m):
    """Make a layer for batches like x, on the device and in the dtype of x; without m where it is None."""
    n = x.shape[1]
    return (solution.RunningMean(n) if m is None else solution.RunningMean(n, m)).to(x)


@example(first=tensor([[2.0, 10.0]]), second=tensor([[4.0, 8.0], [1.0, 2.0]]), third=tensor([[1.0, 1.0]]), m=None)
@check(first=batch("b"), second=batch("c"), third=batch("d"), m=st.sampled_from([None, *M]))
def follows_the_formula(solution, first, second, third, m):
    """In training mean = (1 - m) * mean + m * batch mean comes first, then x - mean."""
    layer = make(solution, first, m)
    seen = [layer.mean.detach().clone()]
    for x in (first, second, third):
        seen += [layer(x).detach(), layer.mean.detach().clone()]
    return seen


@check(x=batch("b", "float64"), other=batch("c", "float64"), m=st.sampled_from(M))
def mean_is_a_persistent_buffer(solution, x, other, m):
    """mean is a buffer: not trained, converted by double(), saved in the state dict and restored from it."""
    fresh = solution.RunningMean(x.shape[1], m=m)
    layer = make(solution, x, m)
    layer(x)
    saved = {name: value.clone() for name, value in layer.state_dict().items()}
    second = make(solution, x, m)
    second.load_state_dict(saved)
    trained = solution.RunningMean(x.shape[1], m=m).to(x.device)
    trained(other.float())
    trained.load_state_dict(saved)
    restored = [trained.eval()(x.float()).detach()]
    trained.train()(other.float())
    trained.double().load_state_dict(saved)
    restored.append(trained.eval()(x).detach())
    return {
        "buffers": [[name, str(value.dtype), list(value.shape)] for name, value in fresh.named_buffers()],
        "parameters": [name for name, _ in fresh.named_parameters()],
        "state dict after double() and one batch": saved,
        "a second layer that loaded it, in training": [second(other).detach(), second.mean.detach().clone()],
        "a trained layer that loaded it, in eval, before and after double()": restored,
    }


@check(
    batches=st.lists(batch("b"), min_size=4, max_size=4),
    training=st.lists(st.booleans(), min_size=4, max_size=4),
    last=tensors("z n", n=(1, 6), z=(0, 2)),
    m=st.sampled_from(M),
)
def eval_changes_nothing(solution, batches, training, last, m):
    """In eval mode the stored mean is subtracted and stays as it is, whatever came before."""
    layer = make(solution, last, m)
    seen = []
    for number, (x, mode) in enumerate(zip(batches, training, strict=True)):
        layer.train(mode)
        with torch.no_grad() if number % 2 else contextlib.nullcontext():
            seen += [layer(x).detach(), layer.mean.detach().clone()]
    layer.eval()
    return [*seen, layer(last).detach()]


@check(first=batch("b"), second=batch("b"), weights=batch("b"), m=st.sampled_from(M))
def keeps_no_graph(solution, first, second, weights, m):
    """mean is a constant for autograd: each x gets the gradient of x - constant, backward after backward."""
    layer = make(solution, first, m)
    first, second = first.clone().requires_grad_(), second.clone().requires_grad_()
    (layer(first) * weights).sum().backward()
    after_one = first.grad.clone()
    (layer(second) * weights * 3.0).sum().backward()
    result = layer(second.detach() * 2.0)
    third = (second.detach() * 0.5).requires_grad_()
    in_eval = layer.eval()(third)
    if in_eval.requires_grad:
        (in_eval * weights).sum().backward()
    return {
        "gradient of the first batch": after_one,
        "the same after the second backward": first.grad,
        "gradient of the second batch": second.grad,
        "gradient in eval mode": third.grad,
        "mean has a graph": layer.mean.requires_grad,
        "result of plain data needs gradients": result.requires_grad,
        "gradients are still on": torch.is_grad_enabled(),
    }
