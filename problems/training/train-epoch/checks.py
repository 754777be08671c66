import weakref

from torchgrade.problems.kit import check, example, fill, nn, seeds, st, tensor, tensors, torch


def plain_sgd(params, lr):
    """Return SGD with momentum 0.5 and two groups; torch's own imports its compiler, which takes seconds."""

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
                        self.state[p] = 0.5 * self.state.get(p, 0) + p.grad
                        p -= group["lr"] * self.state[p]
            return loss

    return PlainSGD()


def batches(x, y, size, drop_last=False):
    dataset = torch.utils.data.TensorDataset(x, y)
    return torch.utils.data.DataLoader(dataset, batch_size=size, drop_last=drop_last)


def small_model(features, seed):
    return fill(nn.Sequential(nn.Linear(features, 4), nn.Tanh(), nn.Linear(4, 3)), seed)


@check(
    x=tensors("n i", n=(1, 7), i=(1, 4)),
    y=tensors("n", dtype="int64", low=0, high=3),
    batch=st.integers(1, 4),
    seed=seeds(),
)
def updates_once_per_batch(solution, x, y, batch, seed):
    """After the epoch the weights are those of one zero_grad, backward and step for each batch."""
    model = small_model(x.size(1), seed)
    # A loader's batches come from the CPU, wherever the model is.
    solution.train_epoch(
        model, batches(x.cpu(), y.cpu(), batch), nn.CrossEntropyLoss(), plain_sgd(model.parameters(), 0.1), x.device
    )
    return [p.detach() for p in model.parameters()]


@example(x=tensor([[1.0], [-2.0], [0.5], [1.5], [3.0]]), y=tensor([0, 1, 2, 0, 1]), batch=1, drop_last=False, seed=0)
@check(
    x=tensors("n i", n=(4, 7), i=(1, 4)),
    y=tensors("n", dtype="int64", low=0, high=3),
    batch=st.integers(1, 4),
    drop_last=st.booleans(),
    seed=seeds(),
)
def returns_the_mean_loss(solution, x, y, batch, drop_last, seed):
    """The result is a Python float, the mean loss of the samples seen; no graphs pile up on the way."""
    alive, most = weakref.WeakSet(), [1]

    class Graph:
        """Lives as long as the graph of one forward pass."""

    class Traced(torch.autograd.Function):
        @staticmethod
        def forward(ctx, scores):
            ctx.graph = Graph()
            # The last batch's graph may still be there, because its loss still has a name.
            most[0] = max(most[0], len(alive))
            alive.add(ctx.graph)
            return scores.clone()

        @staticmethod
        def backward(ctx, grad):
            return grad

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.inner = small_model(x.size(1), seed)

        def forward(self, x):
            return Traced.apply(self.inner(x))

    model = Net()
    opt = plain_sgd(model.parameters(), 0.1)
    mean = solution.train_epoch(model, batches(x, y, batch, drop_last), nn.CrossEntropyLoss(), opt, "cpu")
    return mean, most[0]


@example(  # the model trains, its layers do not
    x=tensor([[1.0, -2.0], [0.5, 2.0], [-1.5, 0.25]], dtype="float64"),
    y=tensor([[1.0, 0.0], [0.0, 2.0], [-1.0, 1.0]], dtype="float64"),
    batch=2,
    modes=[True, False, False],
    seed=0,
)
@check(
    x=tensors("n i", dtype="float64", n=(2, 7), i=(1, 4)),
    y=tensors("n 2", dtype="float64"),
    batch=st.integers(1, 4),
    modes=st.lists(st.booleans(), min_size=3, max_size=3),
    seed=seeds(),
)
def starts_from_anywhere(solution, x, y, batch, modes, seed):
    """Old gradients and eval mode, also of single layers, do not disturb; the model ends in train mode."""
    norm = nn.BatchNorm1d(2)
    inner = nn.Sequential(nn.Unflatten(1, (2, 2)), norm, nn.Flatten())
    model = fill(nn.Sequential(nn.Linear(x.size(1), 4), inner, nn.Linear(4, 2)).double(), seed)
    with torch.no_grad():
        norm.running_var.abs_()
    for module, mode in zip((model, model[0], norm), modes, strict=True):
        module.training = mode
    for p in model.parameters():
        p.grad = torch.ones_like(p)
    mean = solution.train_epoch(
        model, batches(x, y, batch), nn.MSELoss(), plain_sgd(model.parameters(), 0.01), torch.device("cpu")
    )
    state = {name: value.clone() for name, value in model.state_dict().items()}
    return float(mean), state, [module.training for module in model.modules()]


@check(
    x=tensors("n i", n=(1, 7), i=(1, 4)),
    y=tensors("n", dtype="int64", low=0, high=3),
    batch=st.integers(1, 4),
    seed=seeds(),
)
def moves_every_batch(solution, x, y, batch, seed):
    """Inputs and labels go through .to(device) before they are used, in one pass over the loader."""

    class Elsewhere(torch.Tensor):
        """A tensor on another device: only .to() gives its real values."""

        def to(self, *args, **kwargs):
            return self.there.to(*args, **kwargs)

    def elsewhere(real):
        junk = real + 1 if real.is_floating_point() else (real + 1) % 3
        moved = junk.as_subclass(Elsewhere)
        moved.there = real
        return moved

    # A generator: it has no len(), and can be walked once.
    loader = ((elsewhere(a), elsewhere(b)) for a, b in zip(x.split(batch), y.split(batch), strict=True))
    model = small_model(x.size(1), seed)
    mean = solution.train_epoch(
        model, loader, nn.CrossEntropyLoss(), plain_sgd(model.parameters(), 0.1), torch.device("cpu")
    )
    return float(mean), [p.detach() for p in model.parameters()]
