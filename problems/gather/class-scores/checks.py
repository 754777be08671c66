from torchgrade.problems.kit import attempt, check, example, raises, st, tensor, tensors, tolerance, torch

INF = float("inf")


DTYPES = ("float32", "float64", "int64", "int32", "bool")


@st.composite
def places(draw, ranks=(1, 4), special=(), dtypes=DTYPES, smallest=0):
    """Draw logits of any rank with the classes along any dim, the target that fits, and the number of that dim."""
    rank = draw(st.integers(*ranks))
    sizes = draw(st.permutations([1, 2, 3, 4, 5]))[:rank]
    class_dim = draw(st.integers(-rank, rank - 1))
    # Classes always exist; any other dim may be of size 1 and, with smallest=0, empty.
    for dim in range(rank):
        if dim != class_dim % rank:
            sizes[dim] = draw(st.sampled_from([sizes[dim], sizes[dim], sizes[dim], 1, smallest]))
    classes = sizes[class_dim]
    rest = [str(size) for dim, size in enumerate(sizes) if dim != class_dim % rank]
    return {
        "logits": draw(tensors(" ".join(map(str, sizes)), dtype=dtypes, special=special)),
        "target": draw(tensors(" ".join(rest), dtype="int64", low=0, high=classes)),
        "class_dim": class_dim,
    }


@example(logits=tensor([[0.5, 2.0, -1.0], [3.0, 0.0, 1.0]]), target=tensor([1, 2]))
@example(logits=tensor([[4, 5, 6]]), target=tensor([2]))
@example(
    logits=tensor([[[1, 2, 3, 4], [5, 6, 7, 8]], [[9, 10, 11, 12], [13, 14, 15, 16]]]),
    target=tensor([[0, 1, 1, 0], [1, 0, 0, 1]]),
)
@example(logits=tensor([[7, 8, 9]], dtype="int32"), target=tensor([2]))
@tolerance(exact=True)
@check(
    logits=tensors("n c t", dtype=DTYPES, n=(0, 5), c=(1, 5), t=(1, 5)),
    target=tensors("n t", dtype="int64", low=0, high="c"),
)
def picks_scores_along_dim_1(solution, logits, target):
    """Without class_dim the classes are dim 1; the result has target's shape and the dtype of logits."""
    return solution.pick_class_scores(logits, target)


@example(
    case={"logits": tensor([[0.5, 2.0, -1.0], [3.0, 0.0, 1.0]]), "target": tensor([0, 1, 0]), "class_dim": 0},
)
@example(case={"logits": tensor([[1, 2, 3], [4, 5, 6]]), "target": tensor([2, 0]), "class_dim": -1})
@example(case={"logits": tensor([1.5, 2.5, 3.5]), "target": tensor(1), "class_dim": 0})
@example(case={"logits": tensor([[[1], [2]], [[3], [4]], [[5], [6]]]), "target": tensor([[2], [0]]), "class_dim": -3})
@tolerance(exact=True)
@check(case=places())
def picks_scores_along_any_dim(solution, case):
    """class_dim may be any dim, also 0 and negative; that dim goes and all others stay, also of size 1."""
    return solution.pick_class_scores(case["logits"], case["target"], class_dim=case["class_dim"])


@example(
    case={
        "logits": tensor([[1.0, -INF], [-INF, 2.0], [3.0, 4.0]]),
        "target": tensor([0, 1, 0]),
        "class_dim": 1,
    },
)
@tolerance(exact=True)
@check(case=places(ranks=(2, 4), special=(-INF,), dtypes=("float32", "float64")))
def other_classes_stay_out(solution, case):
    """-inf among the other classes gives no nan, and gradients flow back to the picked scores alone."""
    logits = case["logits"].clone().requires_grad_()
    scores = solution.pick_class_scores(logits, case["target"], case["class_dim"])
    weights = torch.arange(1.0, scores.numel() + 1, dtype=scores.dtype).reshape(scores.shape)
    (scores * weights).sum().backward()
    return {"scores": scores, "gradient": logits.grad}


# Two pictures of two pixels each.
PICTURES = tensor([[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]])


@example(case={"logits": tensor([[1.0, 2.0], [3.0, 4.0]]), "target": tensor([1, 0]), "class_dim": 1}, place=0, label=2)
@example(
    case={"logits": tensor([[1.0, 2.0], [3.0, 4.0]]), "target": tensor([1, 0]), "class_dim": 1}, place=1, label=-100
)
@example(case={"logits": PICTURES, "target": tensor([[0, 1], [1, 0]]), "class_dim": 1}, place=0, label=2)
@example(case={"logits": PICTURES, "target": tensor([[0, 1], [1, 0]]), "class_dim": -1}, place=1, label=-100)
@raises(IndexError, RuntimeError, ValueError)
@tolerance(exact=True)
@check(
    case=places(dtypes=("float32", "float64"), smallest=1),
    place=st.integers(0, 59),
    label=st.sampled_from(["C", "C + 1", "C + 5", -100]),
)
def bad_label_raises(solution, case, place, label):
    """A label beyond the classes (C, C + 5, -100) raises, whatever the other labels are; good ones still work."""
    logits, target, class_dim = case["logits"], case["target"], case["class_dim"]
    beyond = {"C": 0, "C + 1": 1, "C + 5": 5}
    bad = target.clone().contiguous()
    bad.view(-1)[place % bad.numel()] = logits.size(class_dim) + beyond[label] if label in beyond else label
    return {
        "good": solution.pick_class_scores(logits, target, class_dim),
        "bad": attempt(solution.pick_class_scores, logits, bad, class_dim),
    }
