from torchgrade.problems.kit import WRITABLE_LAYOUTS, check, example, tensor, tensors, tolerance

INF, NAN = float("inf"), float("nan")
DTYPES = ("int64", "float32", "float64", "int32", "float16", "complex64", "bool")


@example(A=tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))
@example(A=tensor([[[1, 2], [3, 4]]], layout="offset"))
@example(A=tensor([[[2**53 + 1, 2], [3, 4]]]))
@example(A=tensor([[[0.5, 1.5], [2.5, 3.5]]], dtype="float16"))
@example(A=tensor([[[INF, 1.0], [2.0, NAN]], [[3.0, NAN], [INF, 4.0]]]))
@tolerance(exact=True)
@check(A=tensors("c h w", dtype=DTYPES, special=(INF, NAN), layouts=WRITABLE_LAYOUTS, c=(1, 5), h=(1, 5), w=(1, 5)))
def picks_every_diagonal(solution, A):
    """Row c of the result is A[c, 0, 0], A[c, 1, 1] and so on, in A's dtype, also where A holds inf or nan."""
    return solution.get_diag_element_3D(A)


@tolerance(exact=True)
@check(A=tensors("c h w", c=(0, 2), h=(0, 2), w=(0, 2)))
def keeps_unit_and_empty_dims(solution, A):
    """With dims of size 1 or 0 the result is still 2-D: [C, min(H, W)]."""
    return solution.get_diag_element_3D(A)


@example(A=tensor([[[1.0, 2.0], [3.0, 4.0]]], layout="transposed"), weights=tensor([[5.0, 6.0]]))
@tolerance(exact=True)
@check(A=tensors("c h w", c=(1, 4), h=(1, 5), w=(1, 5)), weights=tensors("c min(h,w)"))
def lets_gradients_through(solution, A, weights):
    """Gradients flow back to the diagonal elements, and to nothing else."""
    A = A.clone().requires_grad_()
    (solution.get_diag_element_3D(A) * weights).sum().backward()
    return A.grad
