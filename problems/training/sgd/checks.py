from torchgrade.problems.kit import check, example, fill, nn, seeds, st, tensor, tensors, torch

RATES = st.sampled_from((0.5, 0.125, 0.03))
MOMENTA = st.sampled_from((0, 0.5, 0.9))
DECAYS = st.sampled_from((0, 0.25, 0.01))


@example(  # zero is a gradient: weight decay and momentum go on
    w=tensor([[1.0, -2.0]]),
    scale=tensor(0.5),
    w_grads=tensor([[[1.0, 2.0]], [[0.0, 0.0]], [[1.0, 0.0]], [[0.0, 0.0]]], dtype="float64"),
    scale_grads=tensor([0.0, 1.0, 0.0, 2.0], dtype="float64"),
    lr=0.5,
    momentum=0.5,
    weight_decay=0.25,
)
@check(
    w=tensors("a b", dtype=("float32", "float64"), a=(1, 4), b=(1, 4)),
    scale=tensors("", dtype=("float32", "float64")),
    w_grads=tensors("4 a b", dtype=("float64",)),
    scale_grads=tensors("4", dtype=("float64",)),
    lr=RATES,
    momentum=MOMENTA,
    weight_decay=DECAYS,
)
def steps_like_torch(solution, w, scale, w_grads, scale_grads, lr, momentum, weight_decay):
    """Four steps give the same parameters as torch.optim.SGD with the same momentum and weight decay."""
    w, scale = nn.Parameter(w.clone()), nn.Parameter(scale.clone())
    opt = solution.SGD([w, scale], lr, momentum, weight_decay)
    seen = []
    for w_grad, scale_grad in zip(w_grads, scale_grads, strict=True):
        w.grad, scale.grad = w_grad.to(w.dtype, copy=True), scale_grad.to(scale.dtype, copy=True)
        opt.step()
        seen.append((w.detach().clone(), scale.detach().clone()))
    return seen


@check(
    x=tensors("n i", n=(1, 5), i=(1, 4)),
    y=tensors("n 1"),
    seed=seeds(),
    lr=RATES,
    momentum=MOMENTA,
    weight_decay=DECAYS,
)
def trains_a_model(solution, x, y, seed, lr, momentum, weight_decay):
    """A loop of zero_grad, backward and step over model.parameters() trains the model as torch.optim.SGD does."""
    model = fill(nn.Sequential(nn.Linear(x.size(1), 3), nn.Tanh(), nn.Linear(3, 1)), seed)
    given = {name: value for name, value in (("momentum", momentum), ("weight_decay", weight_decay)) if value}
    opt = solution.SGD(model.parameters(), lr=lr, **given)
    for _ in range(4):
        opt.zero_grad()
        (model(x) - y).tanh().square().mean().backward()
        opt.step()
    return [p.detach() for p in model.parameters()]


@example(
    w=tensor([[1.0, -3.0, 0.7]]),
    frozen=tensor([1.0]),
    sometimes=tensor([[2.0, 1.0, -0.3]]),
    w_grads=tensor([[[0.1, 0.2, 0.3]], [[0.3, -0.1, 0.1]], [[0.7, 0.1, -0.2]], [[0.01, 0.2, 0.9]]]),
    sometimes_grads=tensor([[[0.1, 0.7, 0.3]], [[0.001, 0.3, 0.9]]]),
    lr=0.5,
    momentum=0.5,
    weight_decay=0.25,
)
@check(
    w=tensors("a b", a=(1, 4), b=(1, 4)),
    frozen=tensors("c"),
    sometimes=tensors("a b"),
    w_grads=tensors("4 a b"),
    sometimes_grads=tensors("2 a b"),
    lr=RATES,
    momentum=MOMENTA,
    weight_decay=st.sampled_from((0.25, 0.01)),
)
def touches_nothing_else(solution, w, frozen, sometimes, w_grads, sometimes_grads, lr, momentum, weight_decay):
    """step skips parameters without a gradient, keeps every .grad as it is, and writes the parameters in place."""
    w, frozen = nn.Parameter(w.clone()), nn.Parameter(frozen.clone(), requires_grad=False)
    sometimes = nn.Parameter(sometimes.clone())
    shared = w.detach()
    opt = solution.SGD((p for p in (frozen, sometimes, w)), lr, momentum, weight_decay)
    opt.zero_grad()
    opt.step()  # with no gradient anywhere
    seen = []
    for number, w_grad in enumerate(w_grads):
        # w's gradients accumulate, as they do without zero_grad; `sometimes` takes part in every other step.
        (w * w_grad).sum().backward()
        sometimes.grad = sometimes_grads[number // 2].clone() if number % 2 else None
        before = [None if p.grad is None else p.grad.clone() for p in (w, sometimes)]
        opt.step()
        grads = [None if p.grad is None else p.grad.detach().clone() for p in (w, frozen, sometimes)]
        # To the last bit: taking back what was added to a gradient rounds it.
        exact = [old is not None and torch.equal(old, p.grad) for old, p in zip(before, (w, sometimes), strict=True)]
        seen.append((shared.clone(), frozen.detach().clone(), sometimes.detach().clone(), grads, exact))
    flags = [torch.is_grad_enabled(), w.requires_grad, w.is_leaf, frozen.requires_grad]
    # What was frozen at first may learn later.
    frozen.requires_grad_(True)
    frozen.sum().backward()
    opt.step()
    return seen, flags, frozen.detach()


@check(
    first=tensors("a", a=(1, 4)),
    second=tensors("a"),
    first_grads=tensors("3 a"),
    second_grads=tensors("3 a"),
    momentum=st.sampled_from((0.5, 0.9)),
)
def keeps_states_apart(solution, first, second, first_grads, second_grads, momentum):
    """Every optimizer and every parameter has its own momentum, also over the same parameter or alike ones."""
    params = [nn.Parameter(t.clone()) for t in (first, second, first)]
    both = solution.SGD(params[:2], lr=0.125, momentum=momentum)
    alone = solution.SGD(params[2:], lr=0.5, momentum=momentum, weight_decay=0.25)
    again = solution.SGD(params[:1], lr=0.25, momentum=momentum)
    seen = []
    for one, two in zip(first_grads, second_grads, strict=True):
        both.zero_grad()
        (params[0] * one).sum().backward()
        (params[1] * two).sum().backward()
        alone.zero_grad()
        (params[2] * two).sum().backward()
        both.step()
        alone.step()
        again.step()
        seen.append([p.detach().clone() for p in params])
    return seen
