import struct

from torchgrade.problems.kit import TensorValue, check, example, st, tensor, tensors, tolerance, torch

INF, NAN = float("inf"), float("nan")
DTYPES = ("float32", "float64", "float16", "int64", "int32", "uint8", "bool", "complex64")


def samples(**sizes):
    return st.one_of(*(tensors(shape, dtype=DTYPES, special=(INF, -INF, NAN), **sizes) for shape in ("b 1 1 d", "b d")))


@example(x=tensor([[[[1, 2, 3]]], [[[4, 5, 6]]]]))
@example(x=tensor([[[[True, False]]], [[[True, True]]]]))
@example(x=tensor([[[[1, 2]]], [[[3, 4]]]], dtype="int32"))
@example(x=tensor([[[[1.0, INF]]], [[[NAN, 2.0]]]]))
@example(x=tensor([[[[1099511627777, 1]]], [[[2, 3]]]]))
@example(x=TensorValue("complex64", (2, 1, 1, 1), struct.pack("<4f", 1, 2, 3, 4)))
@tolerance(exact=True)
@check(x=samples(b=(2, 6), d=(2, 8)))
def gives_one_vector_per_sample(solution, x):
    """Both [B, 1, 1, D] and [B, D] become [B, D] with the same values."""
    return solution.to_batched_vector(x)


@example(x=tensor([[[[1, 2, 3]]]]))
@example(x=tensor([[[[1]]], [[[2]]]]))
@example(x=tensor([[1], [2]]))
@example(x=TensorValue("float32", (0, 1, 1, 2), b""))
@tolerance(exact=True)
@check(x=samples(b=(0, 2), d=(1, 4)))
def keeps_unit_and_empty_batches(solution, x):
    """The result has two dims also where B is 0 or 1 and where D is 1."""
    return solution.to_batched_vector(x)


@tolerance(exact=True)
@check(x=st.one_of(tensors("b 1 1 d"), tensors("b d")))
def lets_gradients_through(solution, x):
    """The gradient goes back to the places that the values came from."""
    x = x.clone().requires_grad_()
    result = solution.to_batched_vector(x)
    weights = torch.arange(1.0, 1 + result.numel()).reshape(result.shape)
    (result * weights).sum().backward()
    return x.grad
