from torchgrade.problems.kit import check, example, tensor, tensors, tolerance


@example(A=tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))
@tolerance(exact=True)
@check(A=tensors("c h w", dtype=("int64", "float32", "float64"), c=(1, 5), h=(1, 5), w=(1, 5)))
def picks_every_diagonal(solution, A):
    """Row c of the result is A[c, 0, 0], A[c, 1, 1] and so on, in A's dtype."""
    return solution.get_diag_element_3D(A)


@tolerance(exact=True)
@check(A=tensors("c h w", c=(0, 2), h=(0, 2), w=(0, 2)))
def keeps_unit_and_empty_dims(solution, A):
    """With dims of size 1 or 0 the result is still 2-D: [C, min(H, W)]."""
    return solution.get_diag_element_3D(A)


@tolerance(exact=True)
@check(A=tensors("c h w", c=(1, 4), h=(1, 5), w=(1, 5)), weights=tensors("c min(h,w)"))
def lets_gradients_through(solution, A, weights):
    """Gradients flow back to the diagonal elements, and to nothing else."""
    A = A.clone().requires_grad_()
    (solution.get_diag_element_3D(A) * weights).sum().backward()
    return A.grad
