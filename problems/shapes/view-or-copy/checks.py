from torchgrade.problems.kit import attempt, check, example, raises, size, st, tensor, tensors, tolerance, torch

DTYPES = ("float32", "int64", "bool")
MINUS_ONE = st.just(-1)
SHAPES = st.one_of(
    st.tuples(size("a*b*c")),
    st.tuples(MINUS_ONE),
    st.tuples(size("a"), size("b*c")),
    st.tuples(size("a*b"), MINUS_ONE),
    st.tuples(size("c"), size("a"), size("b")),
    st.tuples(size("a"), size("b"), size("c")),
    st.tuples(size("a"), st.just(1), size("b"), size("c")),
)
VIEWS = {
    "x[::2]": lambda x: x[::2],
    "x[:, ::2]": lambda x: x[:, ::2],
    "x[:, :, ::2]": lambda x: x[:, :, ::2],
    "x[1:]": lambda x: x[1:],
    "x[..., 1:]": lambda x: x[..., 1:],
    "x[:, :1]": lambda x: x[:, :1],
    "x[:1].expand(3, -1, -1)": lambda x: x[:1].expand(3, -1, -1),
    "x.transpose(0, 1)": lambda x: x.transpose(0, 1),
    "x.transpose(1, 2)": lambda x: x.transpose(1, 2),
    "x.movedim(0, -1)": lambda x: x.movedim(0, -1),
}


def change(t):
    """Write another value to each element of t."""
    # Rows of an expanded tensor lie in one place, and PyTorch writes to a single element only.
    place = t[(0,) * t.dim()] if 0 in t.stride() else t
    if t.dtype == torch.bool:
        place.logical_not_()
    else:
        place.mul_(-10).add_(1)


def observe(solution, x, shape):
    """The result, what it says, and what a write to either side does to the other."""
    result, shares = solution.view_or_copy(x, shape)
    seen = {"result": result.clone(), "shares": shares}
    change(result)
    seen["x_after_a_write_to_the_result"] = x.clone()
    change(x)
    seen["result_after_a_write_to_x"] = result.clone()
    return seen


@example(x=tensor([[[5]]]), shape=())
@example(x=tensor([[[True, True, False]]]), shape=(3,))
@example(x=tensor([[[float("inf"), 2.0]]]), shape=(2,))
@example(x=tensor([[[float("nan"), 2.0]]]), shape=(2,))
@tolerance(exact=True)
@check(x=tensors("a b c", dtype=DTYPES, layouts=("contiguous", "offset"), a=(1, 4), b=(1, 4), c=(1, 4)), shape=SHAPES)
def shares_what_is_contiguous(solution, x, shape):
    """A contiguous x is never copied: a write to one side shows in the other, and shares is True."""
    # One x owns its memory, another is itself a view into something bigger.
    return observe(solution, x if x.storage_offset() else x.clone(), shape)


@example(x=tensor([[[0, 1, 2], [3, 4, 5]]], layout="transposed"), shape=(6,))
@tolerance(exact=True)
@check(x=tensors("a b c", dtype=DTYPES, layouts=("transposed", "strided"), a=(1, 4), b=(1, 4), c=(1, 4)), shape=SHAPES)
def copies_only_when_it_must(solution, x, shape):
    """An x that is not contiguous is shared where a view is possible, and else copied in reading order."""
    return observe(solution, x, shape)


@example(x=tensor([[[1, 2], [3, 4]]]), view="x[:1].expand(3, -1, -1)", merge=(1, 2))
@tolerance(exact=True)
@check(
    x=tensors("a b c", dtype=DTYPES, layouts=("contiguous",), a=(2, 5), b=(1, 4), c=(2, 4)),
    view=st.sampled_from(sorted(VIEWS)),
    merge=st.sampled_from([(0, 1), (1, 2), (0, 2)]),
)
def judges_by_strides(solution, x, view, merge):
    """Slices and transposed tensors are shared where dims merge in place, and else copied; gradients flow back."""
    part = VIEWS[view](x)
    shape = tuple(part.flatten(*merge).shape)
    leaf = x.to(torch.float64).requires_grad_()
    result, _ = solution.view_or_copy(VIEWS[view](leaf), shape)
    weights = torch.arange(1.0, 1 + result.numel(), dtype=torch.float64).reshape(result.shape)
    (result * weights).sum().backward()
    return {"gradient": leaf.grad, **observe(solution, part, shape)}


@example(x=tensor([[0, 1, 2], [3, 4, 5]]), shape=(4, 2))
@example(x=tensor([[0, 1, 2], [3, 4, 5]]), shape=(4, -1))
@tolerance(exact=True)
@raises(RuntimeError, ValueError)
@check(
    x=tensors("a b", dtype=DTYPES, a=(1, 4), b=(1, 4)),
    shape=st.tuples(st.integers(1, 4), st.sampled_from([-1, 1, 2, 3])),
)
def refuses_impossible_shapes(solution, x, shape):
    """A shape that does not fit the number of elements raises RuntimeError or ValueError; one that fits is returned."""
    return attempt(solution.view_or_copy, x, shape)
