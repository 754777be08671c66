from torchgrade.problems.kit import TensorValue, array, check, example, seeds, st, tensor, tensors, tolerance, torch

INF, NAN = float("inf"), float("nan")
DTYPES = ("float32", "float64", "float16", "int32", "int64", "uint8", "bool")


@st.composite
def any_shape(draw):
    """Draw a tensor of no dims to three dims, of any dtype, with nan and inf where there are floats."""
    sizes = draw(st.permutations([0, 1, 2, 3, 4, 5]))[: draw(st.integers(0, 3))]
    return draw(tensors(" ".join(map(str, sizes)), dtype=DTYPES, special=(NAN, INF)))


@example(x=tensor([[1.5, NAN], [INF, 0.0]], dtype="float64"), seed=0)
@example(x=tensor([[3, 4, 5]], dtype="int32"), seed=1)
@tolerance(exact=True)
@check(x=any_shape(), seed=seeds())
def zeros_ones_and_long(solution, x, seed):
    """zeros and ones have x's shape and dtype, also where x holds nan; long is int64 zeros of x's shape."""
    zoo = solution.like_zoo(x, seed)
    return {name: zoo[name] for name in ("zeros", "ones", "long")}


@example(x=tensor([[1, 2], [3, 4], [5, 6]]), seed=0, step=42, noise=0)
@example(x=tensor([[1, 2], [3, 4], [5, 6]]), seed=1, step=1000, noise=0)
@check(
    x=tensors("a b", dtype=DTYPES, a=(3, 12), b=(3, 12)),
    seed=st.integers(0, 2**31),
    step=st.integers(1, 1000),
    noise=st.integers(0, 1000),
)
def rand_follows_the_seed(solution, x, seed, step, noise):
    """rand is float32 in [0, 1) of x's shape; the same seed gives the same numbers for any x, another seed others."""
    torch.manual_seed(noise)
    first = solution.like_zoo(x, seed)["rand"].clone()
    torch.manual_seed(noise + 1)
    other = solution.like_zoo(x, seed + step)["rand"].clone()
    other_dtype = torch.float64 if x.dtype != torch.float64 else torch.int64
    again = solution.like_zoo(torch.zeros_like(x, dtype=other_dtype), seed)["rand"]
    return {"rand": first, "rand with another seed": other, "rand with the first seed again": again}


@rand_follows_the_seed.judge
def _rand_follows_the_seed(case, expected, actual):
    if type(actual) is not dict or set(actual) != set(expected):
        return "rand is missing", "rand가 없습니다"
    if not all(type(value) is TensorValue for value in actual.values()):
        return "rand is not a tensor", "rand가 텐서가 아닙니다"
    for name, value in actual.items():
        if value.device != expected[name].device:
            return (
                f"rand lies on the device {value.device}; x lies on {expected[name].device}",
                f"rand가 {value.device}에 있습니다. x는 {expected[name].device}에 있습니다",
            )
        if value.dtype != "float32":
            return (
                f"rand is {value.dtype}; it should be float32",
                f"rand의 dtype이 {value.dtype}입니다. float32여야 합니다",
            )
        if value.shape != case["x"].shape:
            shape = case["x"].shape
            return (
                f"rand has shape {value.shape}; x has {shape}",
                f"rand의 shape은 {value.shape}, x의 shape은 {shape}입니다",
            )
    first, other, again = (array(actual[name]) for name in expected)
    if not ((first >= 0) & (first < 1)).all():
        return "rand has values outside [0, 1)", "rand에 [0, 1) 범위를 벗어난 값이 있습니다"
    if not (first == again).all():
        return "the same seed gave other numbers the second time", "같은 seed인데 두 번째에는 다른 값이 나왔습니다"
    if (first == other).mean() > 0.5:
        return "another seed gave the same numbers", "seed가 다른데 같은 값이 나왔습니다"
    # Of n uniform numbers all lie on one side of a half with probability 2^(1-n): look where that can't happen.
    if first.size >= 60 and (first.max() < 0.5 or first.min() > 0.5 or len(set(first.ravel().tolist())) < 30):
        return "the numbers do not spread over [0, 1)", "값이 [0, 1)에 고르게 퍼져 있지 않습니다"
    return None


@tolerance(exact=True)
@check(x=tensors("a b", dtype=("float32", "int64"), a=(1, 4), b=(1, 4)), seed=seeds(), state=seeds())
def leaves_the_global_generator_alone(solution, x, seed, state):
    """The global random numbers of torch, numpy and Python go on as they would have gone on without the call."""
    import random

    import numpy as np

    torch.manual_seed(state)
    np.random.seed(state)
    random.seed(state)
    before = [torch.rand(2), float(np.random.rand()), random.random()]
    solution.like_zoo(x, seed)
    after = [torch.rand(4), float(np.random.rand()), random.random()]
    return {"torch, numpy, random before the call": before, "and after it": after}


@example(x=tensor([[1, 2]]), seed=0)
@tolerance(exact=True)
@check(x=tensors("a b", dtype=("float32", "int64", "float64"), a=(1, 4), b=(1, 4)), seed=seeds())
def four_tensors_of_their_own(solution, x, seed):
    """Writing into one of the four tensors changes neither x nor another one."""
    zoo = solution.like_zoo(x, seed)
    names = ("zeros", "ones", "long", "rand")
    for number, name in enumerate(names, start=2):
        zoo[name].mul_(0).add_(number)
    return {"x": x.clone()} | {name: zoo[name].clone() for name in names}
