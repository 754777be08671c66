from torchgrade.problems.kit import check, example, st, tensor, tensors, tolerance, torch

SHAPES = {"A": "n n", "u": "i", "v": "j", "X": "b n k", "Y": "b k m", "W": "o p q", "l": "b p", "r": "b q"}
SIZES = dict.fromkeys("nijbkmopq", (1, 8))
INPUTS = st.one_of(
    *(
        st.fixed_dictionaries(
            {name: tensors(shape, dtype=dtype, low=-2, high=2, **SIZES) for name, shape in SHAPES.items()}
        )
        for dtype in ("float32", "float64")
    )
)
# All sizes are the same here, so that shapes tell nothing.
SQUARE = {
    "A": tensor([[1.0, 2.0], [3.0, 4.0]]),
    "u": tensor([1.0, 2.0]),
    "v": tensor([3.0, 4.0]),
    "X": tensor([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]]),
    "Y": tensor([[[1.0, 0.0], [2.0, 1.0]], [[0.0, 1.0], [1.0, 3.0]]]),
    "W": tensor([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 8.0], [7.0, 6.0]]]),
    "l": tensor([[1.0, 2.0], [3.0, 1.0]]),
    "r": tensor([[1.0, 0.0], [2.0, 5.0]]),
}


@check(d=INPUTS)
def reads_diagonal_and_outer(solution, d):
    """diag is the diagonal of A, and outer has every product of an element of u with one of v."""
    result = solution.einsum_pack(d)
    return {key: result[key] for key in ("diag", "outer")}


@example(d=SQUARE)
@check(d=INPUTS)
def multiplies_in_batches(solution, d):
    """bmm multiplies matrix by matrix and bilinear combines l, W and r, each row of the batch on its own."""
    result = solution.einsum_pack(d)
    return {key: result[key] for key in ("bmm", "bilinear")}


@tolerance(exact=True)
@check(d=INPUTS)
def lists_all_pairs(solution, d):
    """cart has every pair of u and v, in the order of nested loops."""
    return solution.einsum_pack(d)["cart"]


@example(d=SQUARE)
@tolerance(atol=1e-4)
@check(d=INPUTS)
def lets_gradients_through(solution, d):
    """Gradients flow from the five results back to all eight inputs."""
    d = {name: value.clone().requires_grad_() for name, value in d.items()}
    result = solution.einsum_pack(d)
    loss = 0
    for key in ("diag", "outer", "bmm", "bilinear", "cart"):
        weights = torch.arange(result[key].numel(), dtype=result[key].dtype).cos()
        loss = loss + (result[key] * weights.reshape(result[key].shape)).sum()
    loss.backward()
    return {name: value.grad for name, value in d.items()}
