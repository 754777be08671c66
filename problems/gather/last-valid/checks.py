from torchgrade.problems.kit import WRITABLE_LAYOUTS, TensorValue, check, example, tensor, tensors, tolerance

INF, NAN = float("inf"), float("nan")
DTYPES = ("float32", "float64", "int64", "int32", "bool")


@example(x=tensor([[[0, 1], [2, 3], [4, 5]], [[6, 7], [8, 9], [10, 11]]]), lengths=tensor([2, 3]))
@example(x=tensor([[[0, 1], [2, 3], [4, 5]], [[6, 7], [8, 9], [10, 11]]]), lengths=tensor([0, 1]))
@example(x=tensor([[[1.5, 2.5, 3.5], [4.5, 5.5, 6.5], [7.5, 8.5, 9.5], [0.5, 1.0, 2.0]]]), lengths=tensor([3]))
@example(
    x=tensor([[[1], [2], [3], [4], [5]], [[6], [7], [8], [9], [10]], [[11], [12], [13], [14], [15]]]),
    lengths=tensor([5, 0, 1]),
)
@example(x=tensor([[[1, 2], [3, 4]]], dtype="int32"), lengths=tensor([2]))
@example(x=tensor([[[1, 2], [3, 4]]], layout="offset"), lengths=tensor([1]))
@tolerance(exact=True)
@check(
    x=tensors("b t d", dtype=DTYPES, layouts=WRITABLE_LAYOUTS, b=(1, 5), t=(1, 6), d=(1, 4)),
    lengths=tensors("b", dtype="int64", low=0, high="t+1"),
)
def picks_the_last_step(solution, x, lengths):
    """Row b of the result is x[b, lengths[b] - 1], or zeros where the length is 0; the dtype is that of x."""
    return solution.last_valid(x, lengths)


@example(x=TensorValue("float32", (0, 2, 3), b""), lengths=tensor([], dtype="int64"))
@tolerance(exact=True)
@check(
    x=tensors("b t d", b=(0, 2), t=(1, 2), d=(1, 2)),
    lengths=tensors("b", dtype="int64", low=0, high="t+1"),
)
def keeps_the_batch(solution, x, lengths):
    """With one sequence or none, one step or one feature, the result is still 2-D: [B, D]."""
    return solution.last_valid(x, lengths)


@example(x=tensor([[[NAN, INF], [NAN, NAN]], [[1.0, 2.0], [NAN, INF]]]), lengths=tensor([0, 1]))
@tolerance(exact=True)
@check(
    x=tensors("b t d", dtype=("float32", "float64"), special=(INF, -INF, NAN), b=(2, 5), t=(1, 4), d=(1, 4)),
    lengths=tensors("b", dtype="int64", low=0, high="min(t,2)+1"),
)
def padding_never_shows(solution, x, lengths):
    """What stands after the last step (also inf and nan) never shows, and an empty sequence gives exact zeros."""
    return solution.last_valid(x, lengths)


@example(
    x=tensor([[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 1.0], [2.0, 3.0]]]),
    lengths=tensor([2, 0]),
    weights=tensor([[1.0, 2.0], [3.0, 4.0]]),
)
@example(
    x=tensor([[[NAN, INF], [NAN, NAN]], [[1.0, 2.0], [NAN, INF]]]),
    lengths=tensor([0, 1]),
    weights=tensor([[1.0, 2.0], [3.0, 4.0]]),
)
@tolerance(exact=True)
@check(
    x=tensors("b t d", dtype=("float32", "float64"), special=(INF, NAN), b=(1, 5), t=(1, 5), d=(1, 4)),
    lengths=tensors("b", dtype="int64", low=0, high="t+1"),
    weights=tensors("b d"),
)
def one_step_gets_the_gradient(solution, x, lengths, weights):
    """Gradients flow back to the last step of each sequence alone, to none of an empty one, with any padding."""
    x = x.clone().requires_grad_()
    # `+ 0 * x.sum()` keeps the graph alive where every sequence is empty and the result is a constant.
    result = solution.last_valid(x, lengths)
    ((result * weights).sum() + 0 * x.sum()).backward()
    return {"result": result.detach(), "gradient": x.grad}
