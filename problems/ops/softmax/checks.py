from torchgrade.problems.kit import check, example, st, tensor, tensors, tolerance

INF = float("inf")


@example(x=tensor([[1.0, 2.0, 3.0], [3.0, 3.0, 3.0]]), dim=1)
@example(x=tensor([0.5, -1.0, 2.0]), dim=0)
@example(x=tensor([[4.0]], dtype="float64"), dim=-2)
@example(x=tensor([[1.0, -INF, 0.5], [-INF, 2.0, 2.5]]), dim=1)
@example(x=tensor([-INF, -2e9]), dim=0)
@example(x=tensor([[[[[1.0, 2.0]]]]]), dim=4)
@check(
    x=tensors("a b c", dtype=("float32", "float64"), low=-9, high=9, a=(1, 5), b=(1, 5), c=(1, 5)),
    dim=st.integers(-3, 2),
)
def shares_along_the_dim(solution, x, dim):
    """Along dim stand the shares exp(x) / sum of exp(x); shape and dtype are those of x, and -inf gets exactly 0."""
    shares = solution.softmax(x, dim)
    return {"shares": shares, "exactly_0": shares == 0}


@example(x=tensor([[0.0, 10000.0], [10000.0, -10000.0]]), offsets=tensor([[0.0], [0.0]]), dim=-1)
# Near 10000 a float32 has steps of 0.001: a right answer over logsumexp is that far off, and a wrong one much farther.
@tolerance(rtol=2e-3, atol=2e-3)
@check(
    x=tensors("n d", dtype=("float32", "float64"), low=-200, high=200, n=(0, 5), d=(1, 5)),
    offsets=tensors("n 1", low=-20000, high=20000),
    dim=st.just(-1),
)
def stays_finite(solution, x, offsets, dim):
    """Scores of tens of thousands give finite shares that sum to 1, in each group along dim."""
    return solution.softmax(x + offsets.to(x.dtype), dim)


@check(
    x=tensors("a b c", dtype=("float32", "float64"), low=-2, high=2, a=(1, 4), b=(1, 4), c=(1, 4)),
    weights=tensors("a b c", dtype="float64", low=-1, high=1),
    dim=st.integers(-3, 2),
)
def lets_gradients_through(solution, x, weights, dim):
    """The gradient of a weighted sum of the shares reaches every element of x."""
    x = x.clone().requires_grad_()
    (solution.softmax(x, dim) * weights).sum().backward()
    return x.grad
