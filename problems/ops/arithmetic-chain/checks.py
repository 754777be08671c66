from torchgrade.problems.kit import TensorValue, check, example, st, tensor, tensors, tolerance, torch

SHAPES = [
    ("n m", "n m", "n m", "n m", "n m"),
    ("b n m", "b n m", "b n m", "b n m", "b n m"),
    ("n 1", "m", "1 m", "n m", "m"),
    ("m", "n 1", "n m", "", "1 1"),
    ("", "", "", "", ""),
    ("1 m", "b n m", "n 1", "m", "b 1 1"),
    ("", "m", "b 1 m", "n 1", ""),
    ("m", "", "", "n m", "b 1 1"),
]


def fives(*dtypes, least=0.5, **sizes):
    # A drawn e stays away from 0, where a tiny rounding error would become a large one; the examples have a 0.
    return st.one_of(
        *(
            st.tuples(*(tensors(shape, dtype=dtype, low=-9, high=10, **sizes) for shape in shapes[:4]), divisor)
            for shapes in SHAPES
            for dtype in dtypes
            for divisor in [tensors(shapes[4], dtype=dtype, low=least, high=9, **sizes)]
        )
    )


@example(numbers=(tensor([1.0]), tensor([2.0]), tensor([3.0]), tensor([1.0, -1.0, 0.0]), tensor([0.0])))
@example(numbers=(TensorValue("float32", (0, 1), b""), *[tensor([1.0, 2.0])] * 4))
@check(numbers=fives("float32", "float64", n=(0, 5), m=(1, 5), b=(1, 4)))
def follows_the_formula(solution, numbers):
    """(a + b) * c - d / e comes out in the broadcast shape, and no input is changed."""
    return solution.calc(*numbers)


@example(numbers=(tensor(3), tensor(7), tensor(2), tensor(5), tensor(10)))
@example(numbers=(tensor(1), tensor(2), tensor(3), tensor([1, -1, 0]), tensor(0)))
# 2 ** 24 + 1 is no float32: the sum has to be taken before anything becomes a float.
@example(numbers=(tensor(16777217), tensor(-16777216), tensor(1), tensor(0), tensor(1)))
@check(numbers=fives("int64", least=1, n=(1, 5), m=(1, 5), b=(1, 4)))
def divides_integers_truly(solution, numbers):
    """Integers are divided without rounding: 5 / 10 is 0.5."""
    return solution.calc(*numbers)


@tolerance(rtol=1e-5, atol=1e-4)
@check(numbers=fives("float32", "float64", n=(1, 5), m=(1, 5), b=(1, 4)))
def lets_gradients_through(solution, numbers):
    """Gradients flow back to all five tensors."""
    numbers = [number.clone().requires_grad_() for number in numbers]
    result = solution.calc(*numbers)
    weights = torch.arange(result.numel(), dtype=result.dtype).cos().reshape(result.shape)
    (result * weights).sum().backward()
    return dict(zip("abcde", [number.grad for number in numbers], strict=True))
