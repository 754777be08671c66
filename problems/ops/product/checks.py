from torchgrade.problems.kit import TensorValue, attempt, check, example, raises, st, tensor, tensors, tolerance

SHAPES = [
    ("k", "k"),
    ("n k", "k"),
    ("k", "k m"),
    ("n k", "k m"),
    ("b n k", "b k m"),
    ("b n k", "k m"),
    ("n k", "b k m"),
    ("b n k", "k"),
    ("k", "b k m"),
    ("1 n k", "b k m"),
    ("c 1 n k", "b k m"),
    ("c b n k", "b k m"),
    ("1 b n k", "c b k m"),
    ("c 1 n k", "1 b k m"),
]
MISMATCHED = [("k", "j"), ("n k", "j"), ("k", "j m"), ("n k", "j m"), ("b n k", "c k m"), ("b n k", "j m")]


def pairs(shapes, *dtypes, **options):
    return st.one_of(
        *(
            st.tuples(tensors(first, dtype=dtype, **options), tensors(second, dtype=dtype, **options))
            for dtype in dtypes
            for first, second in shapes
        )
    )


@example(operands=(tensor([[[[1.0]], [[2.0]]]]), tensor([[[[3.0]], [[4.0]]], [[[5.0]], [[6.0]]]])))
@example(operands=(tensor([[[[1.0]]], [[[2.0]]]]), tensor([[[[3.0]], [[4.0]]]])))
# A matrix beside a batch is a matrix, also where it could be taken for a batch of vectors.
@example(operands=(tensor([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]]), tensor([[1.0, 2.0], [3.0, 4.0]])))
@check(operands=pairs(SHAPES, "float32", "float64"))
def multiplies_every_rank(solution, operands):
    """Vectors, matrices and batches of matrices give numpy.matmul's shapes and values, in any combination."""
    return solution.product(*operands)


@check(operands=pairs(SHAPES, "float32", k=(0, 2), n=(0, 2), m=(0, 2), b=(0, 2), c=(1, 2)))
def handles_unit_and_empty_dims(solution, operands):
    """Dims of size 1 or 0 give the right shape, and a sum over nothing is 0."""
    return solution.product(*operands)


@example(operands=(tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])))
@example(operands=(tensor([2.0]), tensor([1.0, 2.0, 3.0])))
@example(operands=(tensor([[[1.0, 2.0, 3.0]] * 3, [[4.0, 5.0, 6.0]] * 3]), tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])))
@raises(RuntimeError, ValueError)
@check(operands=pairs(MISMATCHED, "float32", k=(1, 3), j=(1, 3), b=(1, 3), c=(1, 3)))
def refuses_mismatched_sizes(solution, operands):
    """Sizes that do not fit raise RuntimeError or ValueError; sizes that do give the product."""
    return attempt(solution.product, *operands)


@example(operands=(tensor([1, 2], dtype="int32"), tensor([3, 4], dtype="int32")))
@example(operands=(tensor([[1, 2]], dtype="uint8"), tensor([[3], [4]], dtype="uint8")))
@example(operands=(tensor([[1, 0], [0, 1]]), tensor([[9007199254740993, 2], [3, 4]])))
@tolerance(exact=True)
@check(operands=pairs(SHAPES, "int64", low=-(2**30), high=2**30, k=(1, 4)))
def keeps_integers(solution, operands):
    """Products of integers are integers of the same dtype, exact also where they are large."""
    return solution.product(*operands)


@example(operands=(TensorValue("float64", (2, 0), b""), TensorValue("float64", (0, 1), b"")))
@check(operands=pairs(SHAPES, "float64", low=-2, high=2))
def lets_gradients_through(solution, operands):
    """Gradients flow back to both operands."""
    a, b = (operand.clone().requires_grad_() for operand in operands)
    (solution.product(a, b) ** 2).sum().backward()
    return {"a": a.grad, "b": b.grad}
