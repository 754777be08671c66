from torchgrade.problems.kit import check, example, size, st, tensor, tensors, tolerance, torch

INF = float("inf")
DTYPES = ["float32", "float64", "float16", "int64", "int32", "uint8", "bool"]


@example(scores=tensor([[0.1, 0.7, 0.2], [0.9, 0.0, 0.1]]), num_classes=3)
@example(scores=tensor([[-20000.0, -30000.0]]), num_classes=3)
@example(scores=tensor([[[[0.0, 1.0]], [[3.0, 2.0]]]]), num_classes=2)
@example(scores=tensor([30.0, 40.0]), num_classes=2)
@example(scores=tensor([0.0, 1e-9]), num_classes=2)
@example(scores=tensor([1.0, 1.000001]), num_classes=2)
@example(scores=tensor([1.0, 1.000000000001], dtype="float64"), num_classes=2)
@example(scores=tensor([[0.0, INF], [-INF, 0.0]]), num_classes=2)
@example(scores=tensor([[-INF], [0.0]]), num_classes=2)
@tolerance(exact=True)
@check(
    scores=st.one_of(
        tensors("c", dtype=("float32", "float64")),
        tensors("a c", dtype=("float32", "float64")),
        tensors("a b c", dtype=("float32", "float64"), a=(0, 4), b=(1, 4), c=(1, 6)),
        tensors("b 1 a c", dtype=("float32", "float64")),
    ),
    num_classes=size("c+more", more=(0, 3)),
)
def marks_the_winner(solution, scores, num_classes):
    """Only the class with the highest score along the last dim is 1, and the width is always num_classes."""
    return solution.onehot_top1(scores, num_classes)


@example(scores=tensor([[2, 2, 1], [0, 0, 0], [1, 5, 5]]), num_classes=3)
@tolerance(exact=True)
@check(
    scores=tensors("a b c", dtype="int64", low=-2, high=2, a=(1, 4), b=(1, 4), c=(2, 6)),
    num_classes=size("c+more", more=(0, 2)),
)
def ties_give_a_single_one(solution, scores, num_classes):
    """Where several classes share the highest score, exactly one of them is 1."""
    scores = scores.to(torch.float32) / 3
    result = solution.onehot_top1(scores, num_classes).to(torch.float64)
    # Which of the winners is marked is free: its score is not, and neither are the values of a row, sorted.
    marked = (result[..., : scores.size(-1)] * scores).sum(-1)
    return {"row_values_sorted": result.sort(-1).values, "score_of_the_marked_class": marked}


@tolerance(exact=True)
@check(
    scores=tensors("a c", a=(1, 5), c=(1, 6)),
    num_classes=size("c+more", more=(0, 2)),
    dtype=st.sampled_from(DTYPES),
)
def obeys_dtype(solution, scores, num_classes, dtype):
    """The result has the dtype that was asked for, also when the scores require gradients; a later call leaves it."""
    scores = scores.clone().requires_grad_()
    first = solution.onehot_top1(scores, num_classes, dtype=getattr(torch, dtype))
    second = solution.onehot_top1(-scores, num_classes, dtype=getattr(torch, dtype))
    return {"first_call": first.detach(), "second_call_with_minus_scores": second.detach()}
