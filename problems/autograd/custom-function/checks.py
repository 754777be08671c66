from itertools import islice

from torchgrade.problems.kit import check, example, tensor, tensors, torch


def steps_between(x, y):
    """Count the operations on the way from y back to the leaf x (their number, not their names)."""
    seen, waiting = set(), [y.grad_fn]
    for node in islice(iter(lambda: waiting.pop() if waiting else None, None), 20):
        if not hasattr(node, "variable") and node not in seen:
            seen.add(node)
            waiting += [following for following, _ in node.next_functions if following is not None]
    return len(seen)


def told(grad):
    """Return a gradient, or in words that there is none."""
    return "no gradient: it does not depend on this input" if grad is None else grad


def X(**sizes):
    return tensors("a b", dtype=("float64", "float32"), **sizes)


@example(x=tensor([[-1.0, 0.0, 0.5, 3.0]]), scalar=tensor(-2.0))
@example(x=tensor([[-1e30, 1.0]]), scalar=tensor(3.0, "float16"))
@check(
    x=X(a=(0, 4), b=(0, 4)),
    scalar=tensors("", dtype=("float64", "float32", "float16", "bfloat16")),
)
def forward_values(solution, x, scalar):
    """y is relu(x) squared, with the shape and dtype of x, and the graph shows one operation between x and y."""
    seen = {"y": solution.squared_relu(x), "0-dim": solution.squared_relu(scalar)}
    leaf = x.clone().requires_grad_()
    y = solution.squared_relu(leaf)
    seen["y of a leaf"] = y.detach()
    seen["operations between x and y"] = steps_between(leaf, y)
    return seen


@example(x=tensor([[-1.0, 0.0, 0.5, 3.0]]), g=tensor([[1.0, 1.0, 1.0, 10.0]], "float64"))
@check(x=X(a=(0, 4), b=(1, 4)), g=tensors("a b", dtype="float64"))
def first_derivative(solution, x, g):
    """x gets the incoming gradient times the derivative of relu(x)**2, also through other operations."""
    leaf = x.clone().requires_grad_()
    solution.squared_relu(leaf).backward(g.to(x.dtype))
    deep = x.to(torch.float64, copy=True).requires_grad_()  # float32 would lose digits on the way
    solution.squared_relu(solution.squared_relu(deep * 2 - 0.25) * g - 0.125).sum().backward()
    return {"x.grad": leaf.grad, "x.grad of a longer graph": deep.grad}


@check(
    x=tensors("a b", dtype="float64", a=(1, 4), b=(1, 4)),
    g=tensors("a b", dtype="float64"),
    v=tensors("a b", dtype="float64"),
)
def second_derivative(solution, x, g, v):
    """The gradient can be differentiated again, with respect to x and to the incoming gradient."""
    x, g = x.clone().requires_grad_(), g.clone().requires_grad_()
    (first,) = torch.autograd.grad(solution.squared_relu(x), x, g, create_graph=True)
    by_x, by_g = torch.autograd.grad((first * v).sum(), [x, g], allow_unused=True)
    # A loss that is not linear in y: the second derivative has two parts.
    (slope,) = torch.autograd.grad((solution.squared_relu(x) ** 2).sum(), x, create_graph=True)
    (curve,) = torch.autograd.grad((slope * v).sum(), x, allow_unused=True)
    return {"first": first.detach(), "second, by x": told(by_x), "second, by g": told(by_g), "of y**2": told(curve)}


@check(
    x=tensors("a b", dtype="float64", a=(1, 4), b=(1, 4)),
    other=tensors("c", dtype="float64"),
    g=tensors("a b", dtype="float64"),
    h=tensors("c", dtype="float64"),
)
def calls_do_not_disturb_each_other(solution, x, other, g, h):
    """Two graphs alive at once keep apart, backward can be repeated, and the incoming gradient is not written into."""
    x, other, w = x.clone().requires_grad_(), other.clone().requires_grad_(), torch.zeros_like(g).requires_grad_()
    y, z = solution.squared_relu(x), solution.squared_relu(other)
    incoming = g.clone()
    # The sum passes one and the same gradient tensor to both of its parts.
    (w + y).backward(incoming, retain_graph=True)
    seen = {"x.grad": x.grad.clone(), "w.grad of w + y": w.grad.clone(), "gradient passed in": incoming.clone()}
    z.backward(h)
    y.backward(g)
    seen["grad of the other"], seen["x.grad after two passes"] = other.grad, x.grad
    with torch.no_grad():
        seen["without a graph"] = solution.squared_relu(x).clone()
    seen["x"] = x.detach().clone()
    return seen
