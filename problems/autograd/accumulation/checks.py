from torchgrade.problems.kit import attempt, check, example, st, tensor, tensors, torch

COEFFICIENTS = st.lists(st.integers(-4, 4).filter(bool), min_size=2, max_size=2)
KINDS = st.sampled_from(("powers", "waves", "mean"))
ARGUMENTS = {
    "kind": KINDS,
    "c": COEFFICIENTS,
    "w": tensors("a b", dtype=("float32", "float64"), a=(1, 4), b=(1, 4)),
}


def build(kind, c):
    """Return a loss of w: one number, with another gradient at every element."""
    return {
        "powers": lambda w: (c[0] * w**3 + c[1] * w).sum(),
        "waves": lambda w: (torch.sin(c[0] * w) + c[1] * w**2).sum(),
        "mean": lambda w: (torch.exp(w / 4) * c[0] + c[1] * w).mean(),
    }[kind]


def counted(fn):
    """Return fn, and the list of how many times it has been called: 1, 2, ..."""
    calls = []

    def counting(w):
        calls.append(len(calls) + 1)
        return fn(w)

    return counting, calls


@example(kind="powers", c=[1, 1], w=tensor([[1.0, 2.0]]), scalar=tensor(2.0), n=3)
@example(kind="powers", c=[1, 1], w=tensor([[1.0, 2.0]]), scalar=tensor(2.0), n=0)
@check(**ARGUMENTS, scalar=tensors(""), n=st.integers(0, 5))
def accumulates_without_zeroing(solution, kind, c, w, scalar, n):
    """With zero=False entry i is i times the gradient, and fn is called once for each."""
    fn, calls = counted(build(kind, c))
    seen = {"grads": solution.grads_after(fn, w, n, False), "calls of fn": calls[:20]}
    seen["0-dim"] = solution.grads_after(fn, scalar, n, zero=False)
    return seen


@example(kind="powers", c=[1, 1], w=tensor([[1.0, 2.0]]), scalar=tensor(2.0), n=3)
@example(kind="powers", c=[1, 1], w=tensor([[1.0, 2.0]]), scalar=tensor(2.0), n=1)
@check(**ARGUMENTS, scalar=tensors(""), n=st.integers(0, 5))
def starts_afresh_with_zeroing(solution, kind, c, w, scalar, n):
    """With zero=True all n entries are the gradient itself."""
    fn = build(kind, c)
    return [solution.grads_after(fn, w, n, True), solution.grads_after(fn, scalar, n, zero=True)]


@example(kind="powers", c=[1, 1], w=tensor([[1.0, 2.0]]), n=3, zero=True, at=1, number=5)
@example(kind="powers", c=[1, 1], w=tensor([[1.0, 2.0]]), n=3, zero=False, at=0, number=5)
@check(**ARGUMENTS, n=st.integers(2, 4), zero=st.booleans(), at=st.integers(0, 3), number=st.integers(1, 9))
def every_entry_is_its_own(solution, kind, c, w, n, zero, at, number):
    """The entries share no memory: after writing into one of them the others are as they were."""
    grads = solution.grads_after(build(kind, c), w, n, zero)
    with torch.no_grad():
        attempt(grads[at % n].add_, number)
    return [grad.detach().clone() for grad in grads]


@check(**ARGUMENTS, n=st.integers(1, 3), zero=st.booleans())
def w_is_left_alone(solution, kind, c, w, n, zero):
    """Afterwards w has its values, requires_grad False and grad None, and a second call counts from the beginning."""
    first = [grad.detach().clone() for grad in solution.grads_after(build(kind, c), w, n, zero)]
    seen = {"first call": first, "w.requires_grad, w.grad": [w.requires_grad, w.grad], "w": w.detach().clone()}
    seen["second call"] = [grad.detach().clone() for grad in solution.grads_after(build(kind, c), w, n, zero)]
    seen["torch.is_grad_enabled()"] = torch.is_grad_enabled()
    return seen
