from torchgrade.problems.kit import TensorValue, check, example, st, tensor, tensors, tolerance, torch

DTYPES = ("float32", "float64", "int64")
ANY_RANK = st.one_of(
    st.tuples(tensors("a", dtype=DTYPES), st.sampled_from([0, -1])),
    st.tuples(tensors("a b", dtype=DTYPES), st.sampled_from([0, 1, -1])),
    st.tuples(tensors("a b c", dtype=DTYPES), st.sampled_from([0, 1, 2, -1, -2, -3])),
)


@example(x_and_dim=(tensor([0, 1, 2, 3, 4, 5]), 0), n=4)
@example(x_and_dim=(tensor([1, 2]), 0), n=3)
@tolerance(exact=True)
@check(x_and_dim=ANY_RANK, n=st.integers(1, 8))
def gives_n_even_pieces(solution, x_and_dim, n):
    """There are n pieces in the order of x, whose sizes add up to the dim and differ by at most 1."""
    x, dim = x_and_dim
    pieces = solution.split_chunks(x, n, dim)
    sizes = sorted(piece.size(dim) for piece in pieces)  # which pieces are the larger ones is free
    return {"type": type(pieces).__name__, "sizes_sorted": sizes, "joined": torch.cat(list(pieces), dim)}


@example(parts=(tensor([[1, 2]]), tensor([[3, 4]]), -1))
@example(parts=(tensor([[1, 2]]), tensor([[3, 4]]), -2))
@example(parts=(TensorValue("float32", (2, 0), b""), TensorValue("float32", (3, 0), b""), 0))
@tolerance(exact=True)
@check(
    parts=st.one_of(
        *(
            st.tuples(*(tensors(shape, dtype=dtype, a=(0, 4)) for shape in shapes), st.just(dim))
            for dtype in DTYPES
            for dim, shapes in [
                (0, ["a", "b", "c"]),
                (-1, ["b a", "b c"]),
                (1, ["c b", "c a", "c 1"]),
                (-2, ["b c", "a c", "1 c"]),
                (0, ["b 1 c", "a 1 c"]),
                (1, ["b c 1", "b c 1"]),
                (2, ["b c a"]),
            ]
        )
    )
)
def restores_any_pieces(solution, parts):
    """restore joins pieces of any sizes in their order along the dim, the last entry of this case; the list stays."""
    *pieces, dim = parts
    return {"restored": solution.restore(pieces, dim), "the_list_afterwards": pieces}


@example(x_and_dim=(tensor([0, 1, 2, 3]), -1), n=2)
@tolerance(exact=True)
@check(x_and_dim=ANY_RANK, n=st.integers(1, 8))
def round_trip_is_the_identity(solution, x_and_dim, n):
    """restore(split_chunks(x, n, dim), dim) equals x, and gradients come through."""
    x, dim = x_and_dim
    x = x.to(torch.float64).requires_grad_()
    result = solution.restore(solution.split_chunks(x, n, dim), dim)
    weights = torch.arange(1.0, 1 + result.numel(), dtype=torch.float64).reshape(result.shape)
    (result * weights).sum().backward()
    return {"result": result.detach(), "gradient": x.grad}


@tolerance(exact=True)
@check(x_and_dim=ANY_RANK, n=st.integers(1, 8))
def pieces_are_views(solution, x_and_dim, n):
    """What is written to a piece shows in x."""
    x, dim = x_and_dim
    for piece in list(solution.split_chunks(x, n, dim))[:20]:
        piece.mul_(-10).add_(1)
    return x.clone()
