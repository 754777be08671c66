from torchgrade.problems.kit import check, fill, nn, seeds, st, tensors, torch

RATES = st.sampled_from((0.5, 0.125, 0.03))
MOMENTA = st.sampled_from((0, 0.5, 0.9))
DECAYS = st.sampled_from((0, 0.25, 0.01))


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


@check(
    w=tensors("a b", a=(1, 4), b=(1, 4)),
    frozen=tensors("c"),
    sometimes=tensors("c"),
    w_grads=tensors("4 a b"),
    sometimes_grads=tensors("2 c"),
    lr=RATES,
    momentum=MOMENTA,
    weight_decay=st.sampled_from((0.25, 0.01)),
)
def touches_nothing_else(solution, w, frozen, sometimes, w_grads, sometimes_grads, lr, momentum, weight_decay):
    """step skips parameters without a gradient, keeps every .grad as it is, and writes the parameters in place."""
    w, frozen = nn.Parameter(w.clone()), nn.Parameter(frozen.clone(), requires_grad=False)
    sometimes = nn.Parameter(sometimes.clone())
    shared = w.detach()
    opt = solution.SGD((p for p in (frozen, w, sometimes)), lr, momentum, weight_decay)
    opt.zero_grad()
    seen = []
    for number, w_grad in enumerate(w_grads):
        # w's gradients accumulate, as they do without zero_grad; `sometimes` takes part in every other step.
        (w * w_grad).sum().backward()
        sometimes.grad = sometimes_grads[number // 2].clone() if number % 2 else None
        opt.step()
        grads = [None if p.grad is None else p.grad.detach().clone() for p in (w, frozen, sometimes)]
        seen.append((shared.clone(), frozen.detach().clone(), sometimes.detach().clone(), grads))
    flags = [torch.is_grad_enabled(), w.requires_grad, w.is_leaf, frozen.requires_grad]
    return seen, flags


@check(
    first=tensors("a", a=(1, 4)),
    second=tensors("a"),
    first_grads=tensors("3 a"),
    second_grads=tensors("3 a"),
    momentum=st.sampled_from((0.5, 0.9)),
)
def keeps_states_apart(solution, first, second, first_grads, second_grads, momentum):
    """Every optimizer and every parameter has its own momentum, also when shapes and values are alike."""
    params = [nn.Parameter(t.clone()) for t in (first, second, first)]
    both = solution.SGD(params[:2], lr=0.125, momentum=momentum)
    alone = solution.SGD(params[2:], lr=0.5, momentum=momentum, weight_decay=0.25)
    seen = []
    for one, two in zip(first_grads, second_grads, strict=True):
        both.zero_grad()
        (params[0] * one).sum().backward()
        (params[1] * two).sum().backward()
        alone.zero_grad()
        (params[2] * two).sum().backward()
        both.step()
        alone.step()
        seen.append([p.detach().clone() for p in params])
    return seen
