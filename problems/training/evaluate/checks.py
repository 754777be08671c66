from torchgrade.problems.kit import attempt, check, example, fill, nn, seeds, st, tensor, tensors, torch


def batches(x, y, size, drop_last=False):
    dataset = torch.utils.data.TensorDataset(x, y)
    return torch.utils.data.DataLoader(dataset, batch_size=size, drop_last=drop_last)


def layered_model(features, seed):
    """Return a model with BatchNorm and Dropout, whose outputs tell its mode."""
    layers = [nn.Linear(features, 4), nn.BatchNorm1d(4), nn.Tanh(), nn.Dropout(0.5), nn.Linear(4, 3)]
    model = fill(nn.Sequential(*layers), seed)
    with torch.no_grad():
        model[1].running_var.abs_()
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
    model = layered_model(x.size(1), seed).train(training)
    graphs = []

    def loss_fn(scores, labels):
        graphs.append(scores.requires_grad)
        return nn.functional.cross_entropy(scores, labels)

    loss, accuracy = solution.evaluate(model, batches(x, y, batch, drop_last), loss_fn)
    state = {name: value.clone() for name, value in model.state_dict().items()}
    return float(loss), float(accuracy), any(graphs), model.training, state


@check(
    x=tensors("n i", n=(4, 9), i=(1, 4)),
    y=tensors("n", dtype="int64", low=0, high=3),
    batch=st.integers(2, 4),
    modes=st.lists(st.booleans(), min_size=6, max_size=6),
    seed=seeds(),
)
def restores_every_layer(solution, x, y, batch, modes, seed):
    """Each layer gets back the mode that it had, grad mode too, and training can go on from there."""
    model = layered_model(x.size(1), seed)
    for module, mode in zip(model.modules(), modes, strict=True):
        module.training = mode
    loss, accuracy = solution.evaluate(model, batches(x, y, batch), nn.CrossEntropyLoss())
    after = [module.training for module in model.modules()]
    no_grad_left = [p.grad is None for p in model.parameters()]
    # The next training step, without Dropout's randomness.
    model[3].p = 0.0
    scores = model(x)
    stepped = attempt(lambda: nn.functional.cross_entropy(scores, y).backward())
    return float(loss), float(accuracy), after, no_grad_left, stepped, scores.detach(), model[4].bias.grad
