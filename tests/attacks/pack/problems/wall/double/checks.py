from torchgrade.problems.kit import check, tensors


@check(x=tensors("n m", n=(1, 4), m=(1, 4)))
def doubles(solution, x):
    """The result is twice the input."""
    return solution.double(x)


@check(x=tensors("n", n=(1, 9)))
def doubles_again(solution, x):
    """The same for vectors."""
    return solution.double(x)
