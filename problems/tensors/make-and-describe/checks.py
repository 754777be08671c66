from torchgrade.problems.kit import TensorValue, check, example, st, tensor, tensors, tolerance, torch

NUMBERS = {
    "int": st.integers(-(2**40), 2**40),
    "float": st.floats(-100, 100, width=32),
    "bool": st.booleans(),
    "mixed": st.one_of(st.integers(-9, 9), st.floats(-9, 9, width=32)),
}


@st.composite
def python_data(draw):
    """Draw a number, or a list nested up to three deep, of ints, floats, bools or a mixture."""
    number = NUMBERS[draw(st.sampled_from(list(NUMBERS)))]
    sizes = draw(st.permutations([1, 2, 3, 4]))[: draw(st.integers(0, 3))]
    if sizes and draw(st.integers(0, 5)) == 0:
        sizes[-1] = 0

    def nested(sizes):
        return draw(number) if not sizes else [nested(sizes[1:]) for _ in range(sizes[0])]

    return nested(sizes)


def plain(pair):
    """Return the pair with every torch.Size as the tuple that it is, and a dict of any kind as a plain one."""
    made, facts = pair
    if isinstance(facts, dict):
        facts = {key: tuple(value) if type(value) is torch.Size else value for key, value in facts.items()}
    return made, facts


ARRAYS = ("float64", "float32", "int64", "int32", "uint8", "bool", "int16", "float16", "complex64")


@example(data=[])
@example(data=[[], []])
@example(data=[True, False])
@example(data=[1, 2.5])
@example(data=[[1, 2, 3], [4, 5, 6]])
@example(data=0.5)
@example(data=3)
@tolerance(exact=True)
@check(data=python_data())
def makes_the_tensor(solution, data):
    """The tensor has the values and the shape of the data, and the dtype that torch.tensor infers."""
    return plain(solution.make_and_describe(data))[0]


@example(data=[])
@example(data=[[], []])
@example(data=[[1.5, 2.5, 3.5], [4.5, 5.5, 6.5]])
@example(data=[True, False, True])
@example(data=3)
@check(data=python_data())
def describes_the_tensor(solution, data):
    """The dict gives ndim, shape (a tuple), dtype (its short name), device (its type) and numel."""
    return plain(solution.make_and_describe(data))[1]


@example(values=tensor([1.5, 2.5], dtype="float64"), flip=False)
@example(values=tensor([1.5, 2.5], dtype="float16"), flip=False)
@example(values=TensorValue("complex64", (1,), b"\0\0\x80?\0\0\0@"), flip=False)  # 1 + 2j
@tolerance(exact=True)
@check(values=tensors("a b", dtype=ARRAYS, a=(0, 5), b=(0, 4)), flip=st.booleans())
def keeps_arrays_as_they_are(solution, values, flip):
    """A numpy array (also a transposed or 0-dim one) gives a tensor of its values, shape and dtype, and true facts."""
    array = values.numpy()
    array = array.T if flip else array
    single = values.new_full((), values.numel()).numpy()
    return [plain(solution.make_and_describe(one)) for one in (array, single)]


@tolerance(exact=True)
@check(values=tensors("a b", dtype=("float64", "float32", "int64", "int32"), a=(1, 4), b=(1, 4)))
def copies_the_data(solution, values):
    """Writing into the array afterwards leaves the tensor alone, and writing into the tensor leaves the array alone."""
    array = values.clone().numpy()
    first, _ = solution.make_and_describe(array)
    array += 1
    second, _ = solution.make_and_describe(array)
    second.mul_(3)
    return {"tensor after the array was changed": first.clone(), "array after the tensor was changed": array.tolist()}
