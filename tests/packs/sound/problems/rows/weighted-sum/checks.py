from torchgrade.problems.kit import check, example, st, tensor, tensors

ROWS = tensors("n m", n=(1, 5), m=(2, 5))


@example(x=tensor([[1.0, -2.0]]), w=tensor([0.5, 3.0]), double=True)
@check(x=ROWS, w=tensors("m", m=(2, 5)), double=st.booleans())
def sums_each_row(solution, x, w, double):
    """Entry i of the result is the sum of row i, every element times its weight."""
    return solution.weighted_sum(x.double(), w.double()) if double else solution.weighted_sum(x, w)


@check(x=ROWS, w=tensors("m", m=(2, 5), requires_grad=True))
def lets_gradients_through(solution, x, w):
    """Gradients reach the weights."""
    result = solution.weighted_sum(x, w)
    result.sum().backward()
    return result.detach(), w.grad
