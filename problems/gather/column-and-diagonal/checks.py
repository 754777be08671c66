from torchgrade.problems.kit import WRITABLE_LAYOUTS, check, example, index, tensor, tensors, tolerance

ALL_DTYPES = ("int64", "float32", "float64", "bool", "int32", "float16")
INF, NAN = float("inf"), float("nan")


@example(A=tensor([[1, 2, 3], [4, 5, 6]]), j=-1)
@example(A=tensor([[1, 2, 3]]), j=0)
@example(A=tensor([[1], [2], [3]]), j=-1)
@example(A=tensor([[1.5, 2.5, 3.5, 4.5], [5.5, 6.5, 7.5, 8.5], [9.5, 10.5, 11.5, 12.5]]), j=3)
@example(A=tensor([[7.5]]), j=0)
@example(A=tensor([[1, 2], [3, 4]], layout="offset"), j=1)
@tolerance(exact=True)
@check(A=tensors("h w", dtype=ALL_DTYPES, layouts=WRITABLE_LAYOUTS, h=(0, 5), w=(1, 5)), j=index("w", low="-w"))
def picks_the_column(solution, A, j):
    """pick_column(A, j) is column j of A, 1-D of shape [H]; a negative j counts from the end."""
    return solution.pick_column(A, j)


@example(A=tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
@example(A=tensor([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]))
@example(A=tensor([[1.5, 2.5, 3.5], [4.5, 5.5, 6.5], [7.5, 8.5, 9.5], [10.5, 11.5, 12.5]]))
@example(A=tensor([[1, 2, 3]]))
@example(A=tensor([[1], [2], [3]]))
@example(A=tensor([[1, 2], [3, 4]], layout="offset"))
@tolerance(exact=True)
@check(A=tensors("h w", dtype=ALL_DTYPES, layouts=WRITABLE_LAYOUTS, h=(0, 6), w=(0, 6)))
def picks_the_diagonal(solution, A):
    """diag_2d(A) is A[0, 0], A[1, 1] and so on, 1-D of shape [min(H, W)], also for rows or columns of size 1 or 0."""
    return solution.diag_2d(A)


@example(A=tensor([[1.0, INF], [NAN, 2.0]]), j=0)
@tolerance(exact=True)
@check(
    A=tensors("h w", dtype=("float32", "float64"), special=(INF, -INF, NAN), h=(1, 6), w=(1, 6)),
    j=index("w", low="-w"),
)
def other_elements_stay_out(solution, A, j):
    """inf and nan in places that are not picked do not reach the result, and picked ones stay as they are."""
    return {"column": solution.pick_column(A, j), "diagonal": solution.diag_2d(A)}


@tolerance(exact=True)
@check(
    A=tensors("h w", dtype=("float32", "float64"), h=(1, 5), w=(1, 5)),
    j=index("w", low="-w"),
    column_weights=tensors("h"),
    diagonal_weights=tensors("min(h,w)"),
)
def lets_gradients_through(solution, A, j, column_weights, diagonal_weights):
    """Gradients flow back to the picked elements, and to nothing else."""
    for_column = A.clone().requires_grad_()
    (solution.pick_column(for_column, j) * column_weights).sum().backward()
    for_diagonal = A.clone().requires_grad_()
    (solution.diag_2d(for_diagonal) * diagonal_weights).sum().backward()
    return {"column": for_column.grad, "diagonal": for_diagonal.grad}
