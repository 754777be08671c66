from torchgrade.problems.kit import attempt, check, example, fill, nn, seeds, st, tensor, tensors, torch


def batches(x, y, size, drop_last=False):
    dataset = torch.utils.data.TensorDataset(x, y)
    return torch.utils.data.DataLoader(dataset, batch_size=size, drop_last=drop_last)


def layered_model(features, seed, graphs):
    """Return a model with nested layers whose outputs tell their mode; ``graphs`` gets whether a graph is built."""

    class Loud(nn.Module):
        def forward(self, x):
            graphs.append(x.requires_grad)
            return 2 * x if self.training else x

    body = nn.Sequential(nn.Linear(features, 4), nn.BatchNorm1d(4), nn.Tanh(), nn.Dropout(0.5), Loud())
    model = fill(nn.Sequential(body, nn.Linear(4, 3)), seed)
    with torch.no_grad():
        body[1].running_var.abs_()
    return model


# Batches of 2, 2 and 1 samples: with drop_last the loader shows four of five, without it the last batch is small.
RAGGED = {
    "x": tensor([[1.0, -2.0], [0.5, 2.0], [-1.5, 0.25], [2.0, 1.0], [-0.5, -1.0]]),
    "y": tensor([0, 1, 2, 0, 1]),
    "batch": 2,
}


@example(**RAGGED, drop_last=False, seed=0)
@example(**RAGGED, drop_last=True, seed=0)
@check(
    x=tensors("n i", n=(4, 9), i=(1, 4)),
    y=tensors("n", dtype="int64", low=0, high=3),
    batch=st.integers(1, 4),
    drop_last=st.booleans(),
    seed=seeds(),
)
def loss_and_accuracy(solution, x, y, batch, drop_last, seed):
    """The pair of floats is the mean loss and the fraction of right predictions over all samples seen."""
    model = fill(nn.Sequential(nn.Linear(x.size(1), 4), nn.Tanh(), nn.Linear(4, 3)), seed)
    loss, accuracy = solution.evaluate(model, batches(x, y, batch, drop_last), nn.CrossEntropyLoss())
    return loss, accuracy


@example(**RAGGED, drop_last=True, training=True, seed=0)
@example(**RAGGED, drop_last=False, training=False, seed=0)
@check(
    x=tensors("n i", n=(4, 9), i=(1, 4)),
    y=tensors("n", dtype="int64", low=0, high=3),
    batch=st.integers(2, 4),
    drop_last=st.booleans(),
    training=st.booleans(),
    seed=seeds(),
)
def measures_in_eval_mode(solution, x, y, batch, drop_last, training, seed):
    """Dropout is off, BatchNorm uses its running statistics and keeps them, no graph is built; the mode comes back."""
    graphs = []
    model = layered_model(x.size(1), seed, graphs).train(training)
    for p in model.parameters():
        p.grad = torch.full_like(p, 0.5)

    def loss_fn(scores, labels):
        graphs.append(scores.requires_grad)
        return nn.functional.cross_entropy(scores, labels)

    loss, accuracy = solution.evaluate(model, batches(x, y, batch, drop_last), loss_fn)
    state = {name: value.clone() for name, value in model.state_dict().items()}
    grads = [None if p.grad is None else p.grad.clone() for p in model.parameters()]
    return float(loss), float(accuracy), any(graphs), model.training, state, grads


MODES = [True, True, True, False, True, True, False, True]


@example(**RAGGED, modes=MODES, frozen=[True, False, False, False, False, False], grad=True, seed=0)
@example(**RAGGED, modes=MODES, frozen=[False] * 6, grad=False, seed=0)
@check(
    x=tensors("n i", n=(4, 9), i=(1, 4)),
    y=tensors("n", dtype="int64", low=0, high=3),
    batch=st.integers(2, 4),
    modes=st.lists(st.booleans(), min_size=8, max_size=8),
    frozen=st.lists(st.booleans(), min_size=6, max_size=6),
    grad=st.sampled_from((True, True, False)),
    seed=seeds(),
)
def restores_every_layer(solution, x, y, batch, modes, frozen, grad, seed):
    """Each layer gets back the mode that it had, grad mode too, and training can go on from there."""
    model = layered_model(x.size(1), seed, [])
    for module, mode in zip(model.modules(), modes, strict=True):
        module.training = mode
    for p, stays in zip(model.parameters(), frozen, strict=True):
        p.requires_grad_(not stays)
    with torch.set_grad_enabled(grad):
        # A generator: it can be walked once.
        loader = (pair for pair in batches(x, y, batch))
        loss, accuracy = solution.evaluate(model, loader, nn.CrossEntropyLoss())
        grad_after = torch.is_grad_enabled()
        after = [module.training for module in model.modules()]
        flags = [(p.requires_grad, p.grad is None) for p in model.parameters()]
        # The next training step, without Dropout's randomness.
        model[0][3].p = 0.0
        scores = model(x)
        stepped = attempt(lambda: nn.functional.cross_entropy(scores, y).backward())
    return float(loss), float(accuracy), grad_after, after, flags, stepped, scores.detach(), model[1].bias.grad
