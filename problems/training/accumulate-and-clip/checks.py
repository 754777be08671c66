from torchgrade.problems.kit import check, fill, nn, seeds, st, tensors, tolerance, torch

CUTS = st.lists(st.integers(1, 4), min_size=8, max_size=8)


def plain_sgd(params, lr, momentum=0.0):
    """Return SGD with momentum; torch's own imports its compiler at the first use, which takes seconds."""

    class PlainSGD(torch.optim.Optimizer):
        def __init__(self):
            self.defaults, self.state = {"lr": lr}, {}
            self.param_groups = [{"params": list(params), "lr": lr}]

        def zero_grad(self, set_to_none=True):
            for p in self.param_groups[0]["params"]:
                p.grad = None

        @torch.no_grad()
        def step(self, closure=None):
            for p in self.param_groups[0]["params"]:
                if p.grad is not None:
                    self.state[p] = momentum * self.state.get(p, 0) + p.grad
                    p -= self.param_groups[0]["lr"] * self.state[p]

    return PlainSGD()


def micro(x, y, cuts):
    """Return x and y in pieces of unequal sizes: as many of ``cuts`` as are needed."""
    pieces, at = [], 0
    for size in cuts:
        if at < len(x):
            pieces.append((x[at : at + size], y[at : at + size]))
            at += size
    return pieces


def lopsided(scores, target):
    """A mean loss that tells scores and target apart."""
    return (scores - 2 * target).square().mean()


def small_model(features, seed):
    return fill(nn.Sequential(nn.Linear(features, 4), nn.Tanh(), nn.Linear(4, 2)), seed)


@tolerance(rtol=1e-4)
@check(x=tensors("n i", n=(1, 8), i=(1, 4)), y=tensors("n 2"), cuts=CUTS, seed=seeds())
def equals_the_full_batch(solution, x, y, cuts, seed):
    """Without clipping: one step as from the full batch, with its loss and the norm of its gradient as floats."""
    model = small_model(x.size(1), seed)
    loss, norm = solution.accumulate_step(
        model, plain_sgd(model.parameters(), 0.1), lopsided, micro(x, y, cuts)
    )
    return loss, norm, [p.detach() for p in model.parameters()]


@tolerance(rtol=1e-4)
@check(
    x=tensors("n i", n=(1, 8), i=(1, 4)),
    y=tensors("n 2"),
    cuts=CUTS,
    max_norm=st.sampled_from((0.25, 1.0, 2, 1000.0)),
    seed=seeds(),
)
def clips_the_global_norm(solution, x, y, cuts, max_norm, seed):
    """If the norm exceeds max_norm, one factor scales all gradients; the norm from before is returned."""
    model = small_model(x.size(1), seed)
    loss, norm = solution.accumulate_step(
        model, plain_sgd(model.parameters(), 0.1), lopsided, micro(x, y, cuts), max_norm
    )
    return loss, norm, [p.detach() for p in model.parameters()]


@tolerance(rtol=1e-4)
@check(
    x=tensors("n i", n=(1, 8), i=(1, 4)),
    y=tensors("n 2"),
    cuts=CUTS,
    max_norm=st.sampled_from((None, 0.5, 1000.0)),
    frozen=st.integers(0, 3),
    factor=st.sampled_from((0.0, 1.0, 1.0, 1.0)),
    seed=seeds(),
)
def twice_with_frozen_layers(solution, x, y, cuts, max_norm, frozen, factor, seed):
    """Old gradients are cleared, frozen parameters stay, zero gradients make no NaN, and each call is one step."""
    model = small_model(x.size(1), seed)
    for number, p in enumerate(model.parameters()):
        p.requires_grad_(number != frozen)
        if p.requires_grad:
            p.grad = torch.full_like(p, 3.0)
    opt = plain_sgd(model.parameters(), 0.1, momentum=0.9)
    seen = []
    for pieces in (micro(x, y, cuts), micro(x, -y, cuts[::-1])):
        loss, norm = solution.accumulate_step(
            model, opt, lambda scores, target: factor * (scores - target).square().mean(), pieces, max_norm=max_norm
        )
        seen.append((float(loss), float(norm), [p.detach().clone() for p in model.parameters()]))
    return seen


@check(x=tensors("n i", n=(2, 8), i=(1, 4)), y=tensors("n 2"), cuts=CUTS, seed=seeds())
def one_graph_at_a_time(solution, x, y, cuts, seed):
    """Every micro batch goes through the model on its own, and its backward comes before the next one's forward."""
    events = []

    class Watched(nn.Module):
        def __init__(self):
            super().__init__()
            self.inner = small_model(x.size(1), seed)

        def forward(self, x):
            scores = self.inner(x)
            events.append(("forward", len(x)))
            if scores.requires_grad:
                scores.register_hook(lambda grad: events.append(("backward", len(grad))))
            return scores

    model = Watched()
    solution.accumulate_step(model, plain_sgd(model.parameters(), 0.1), lopsided, micro(x, y, cuts))
    return events, [p.detach() for p in model.parameters()]
