from torchgrade.problems.kit import attempt, check, example, st, tensor, tensors, torch

LIMITS = st.sampled_from((0.25, 0.5, 1.0, 1.5, 2.0, 3, 100.0))
FLOATS = ("float32", "float64")


def start(kind, data):
    """Return the leaf behind the tensor of the drawn kind, and the tensor."""
    if kind == "scalar":
        leaf = data.sum().clone().requires_grad_()
        return leaf, leaf
    leaf = data.clone().requires_grad_()
    return leaf, (leaf if kind == "leaf" else leaf * 3)


def weighted(t, weights):
    return (t * (weights.sum() if t.dim() == 0 else weights)).sum()


@example(kind="leaf", limit=1.0, data=tensor([[1.0, 1.0]]), weights=tensor([[3.0, 4.0]]))
@example(kind="leaf", limit=5, data=tensor([[1.0, 1.0]]), weights=tensor([[3.0, 4.0]]))
@example(kind="leaf", limit=0.5, data=tensor([[1.0, 1.0]]), weights=tensor([[0.0, 0.0]]))
@example(kind="leaf", limit=0.5, data=tensor([[]]), weights=tensor([[]]))
@example(kind="inner", limit=0.5, data=tensor([[1.0, 2.0], [3.0, 4.0]]), weights=tensor([[3.0, 4.0], [6.0, 8.0]]))
@example(kind="leaf", limit=1e-7, data=tensor([[1.0, 2.0]], "float64"), weights=tensor([[3e-7, 4e-7]], "float64"))
@example(kind="inner", limit=0.3, data=tensor([[1.0, 2.0]], "float64"), weights=tensor([[3.0, 4.1]], "float64"))
@check(
    kind=st.sampled_from(("leaf", "inner", "scalar")),
    limit=LIMITS,
    data=tensors("b t n", dtype=FLOATS, b=(1, 2), t=(1, 3), n=(1, 5)),
    weights=tensors("b t n", dtype="float64"),
)
def clips_the_norm(solution, kind, limit, data, weights):
    """A gradient longer than limit is scaled to that norm, any other is kept; the log holds the norms before."""
    leaf, t = start(kind, data)
    _, log = solution.clip_tensor_grad(t, limit)
    before = list(log)
    weighted(t, weights.to(t.dtype)).backward()
    in_limits = None if leaf.grad is None else leaf.grad / limit  # so that small ones are compared as precisely
    return {"log at first": before, "gradient": leaf.grad, "gradient / limit": in_limits, "log": log}


@example(limit=1.0, factors=[1, 0, 1], data=tensor([[1.0, 1.0]]), weights=tensor([[3.0, 4.0]]))
@check(
    limit=LIMITS,
    factors=st.lists(st.integers(-2, 2), min_size=2, max_size=4),
    data=tensors("b n", dtype=FLOATS, b=(1, 3)),
    weights=tensors("b n", dtype="float64"),
)
def clips_each_backward_by_itself(solution, limit, factors, data, weights):
    """Every backward's gradient is clipped alone and then added to those of the earlier ones."""
    leaf, t = start("leaf", data)
    other = data.clone().requires_grad_()
    _, log = solution.clip_tensor_grad(t, limit)
    _, second_log = solution.clip_tensor_grad(other, limit * 2)
    seen = []
    for factor in factors:
        (weighted(t, weights.to(t.dtype) * factor) + weighted(other, weights.to(t.dtype))).backward()
        seen.append(leaf.grad.clone())
    return {"gradients": seen, "log": log, "gradient of another tensor": other.grad, "its log": second_log}


@example(summed=False, limit=1.0, data=tensor([[1.0, 1.0]]), weights=tensor([[3.0, 4.0]]))
@example(summed=True, limit=1.0, data=tensor([[1.0, 1.0]]), weights=tensor([[3.0, 4.0]]))
@check(summed=st.booleans(), limit=LIMITS, data=tensors("b n", b=(1, 4)), weights=tensors("b n"))
def touches_no_other_tensor(solution, summed, limit, data, weights):
    """A tensor that is fed by the same gradient, such as u in t + u, gets it unclipped."""
    t = data.clone().requires_grad_()
    before = (data * 0).requires_grad_()
    behind = (data * 0).requires_grad_()
    _, log = solution.clip_tensor_grad(t, limit)
    out = (before + t) + behind
    outcome = attempt(lambda: (out if summed else out * weights * 3).sum().backward())
    return {"backward()": outcome, "t": t.grad, "others": [before.grad, behind.grad], "log": log}


@st.composite
def lines(draw):
    """Draw hooks in a row and the positions of those that are removed, in order."""
    hooks = draw(st.lists(st.tuples(st.sampled_from(("ours", "affine")), st.integers(1, 5)), min_size=1, max_size=5))
    order = draw(st.permutations(range(len(hooks))))
    return {"hooks": hooks, "removed": list(order[: draw(st.integers(1, len(hooks)))])}


@example(
    line={"hooks": [("ours", 1)], "removed": [0]},
    kind="leaf",
    data=tensor([[1.0, 1.0]]),
    weights=tensor([[3.0, 4.0]]),
)
@example(
    line={"hooks": [("affine", 2), ("ours", 2), ("affine", 3), ("ours", 1)], "removed": [1, 0]},
    kind="inner",
    data=tensor([[1.0, 1.0]]),
    weights=tensor([[3.0, 4.0]]),
)
@check(
    line=lines(),
    kind=st.sampled_from(("leaf", "inner")),
    data=tensors("b n", dtype=FLOATS, b=(1, 3)),
    weights=tensors("b n", dtype="float64"),
)
def stands_in_line_and_goes_away(solution, line, kind, data, weights):
    """Among other hooks of the tensor ours runs in its turn; its handle removes it and nothing else."""
    leaf, t = start(kind, data)

    def affine(number):
        return lambda grad: grad * number - number / 4

    def backward():
        leaf.grad = None
        weighted(t, weights.to(t.dtype)).backward(retain_graph=True)
        return leaf.grad.clone()

    handles, logs = [], []
    for name, number in line["hooks"]:
        if name == "ours":
            handle, log = solution.clip_tensor_grad(t, number / 2)
            logs.append(log)
        else:
            handle = t.register_hook(affine(number))
        handles.append(handle)
    seen = [backward()]
    for position in line["removed"]:
        outcome = attempt(lambda handle: handle.remove(), handles[position])
        seen.append([outcome, backward()])
    return {"gradients": seen, "logs": logs}
