import weakref

from torchgrade.problems.kit import check, example, fill, nn, seeds, st, tensor, tensors, tolerance, torch

CUTS = st.lists(st.integers(1, 4), min_size=8, max_size=8)


def plain_sgd(params, lr, momentum=0.0, weight_decay=0.0):
    """Return SGD with two parameter groups; torch's own imports its compiler at first, which takes seconds."""

    class PlainSGD(torch.optim.Optimizer):
        def __init__(self):
            every = list(params)
            self.defaults, self.state = {"lr": lr}, {}
            self.param_groups = [{"params": some, "lr": lr} for some in (every[:2], every[2:])]

        def zero_grad(self, set_to_none=True):
            for group in self.param_groups:
                for p in group["params"]:
                    p.grad = None

        @torch.no_grad()
        def step(self, closure=None):
            loss = None
            if closure is not None:
                with torch.enable_grad():
                    loss = closure()
            for group in self.param_groups:
                for p in group["params"]:
                    if p.grad is not None:
                        self.state[p] = momentum * self.state.get(p, 0) + p.grad + weight_decay * p
                        p -= group["lr"] * self.state[p]
            return loss

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


SMALL = {
    "x": tensor([[1.0], [-2.0], [0.5], [1.5]]),
    "y": tensor([[1.0, 0.0], [0.0, 2.0], [-1.0, 1.0], [0.5, -1.0]]),
    "cuts": [2, 1, 1, 1, 1, 1, 1, 1],
    "seed": 0,
}


@example(**SMALL, max_norm=0.0)
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


@example(**SMALL, max_norm=0.5, frozen=1, factor=0.0)
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
    """Old gradients are cleared, frozen and unused parameters stay, zero gradients are fine, a call is one step."""
    model = small_model(x.size(1), seed)
    for number, p in enumerate(model.parameters()):
        p.requires_grad_(number != frozen)
        if p.requires_grad:
            p.grad = torch.full_like(p, 3.0)
    model.register_parameter("unused", nn.Parameter(torch.ones(2)))
    opt = plain_sgd(model.parameters(), 0.1, momentum=0.9, weight_decay=0.25)
    seen = []
    for pieces in (micro(x, y, cuts), micro(x, -y, cuts[::-1])):
        loss, norm = solution.accumulate_step(
            model, opt, lambda scores, target: factor * (scores - target).square().mean(), pieces, max_norm=max_norm
        )
        seen.append((float(loss), float(norm), [p.detach().clone() for p in model.parameters()]))
    return seen


@example(**SMALL)
@check(x=tensors("n i", n=(2, 8), i=(1, 4)), y=tensors("n 2"), cuts=CUTS, seed=seeds())
def one_graph_at_a_time(solution, x, y, cuts, seed):
    """Each micro batch goes through the model on its own; its backward is done, its graph gone before the next one."""
    events, saved = [], weakref.WeakSet()

    class Saved:
        """What autograd keeps of one forward until backward has used it."""

        def __init__(self, number, value):
            self.number, self.value = number, value
            saved.add(self)

    class Watched(nn.Module):
        def __init__(self):
            super().__init__()
            self.inner = small_model(x.size(1), seed)

        def forward(self, x):
            graphs = len({one.number for one in saved})
            number = len(events)
            with torch.autograd.graph.saved_tensors_hooks(lambda t: Saved(number, t), lambda one: one.value):
                scores = self.inner(x)
            events.append(("forward", len(x), graphs))
            if scores.requires_grad:
                scores.register_hook(lambda grad: events.append(("backward", len(grad))))
            return scores

    model = Watched()
    solution.accumulate_step(model, plain_sgd(model.parameters(), 0.1), lopsided, micro(x, y, cuts))
    return events, [p.detach() for p in model.parameters()]
