def train_epoch(model, loader, loss_fn, opt, device):
    """Train on every batch once; return the mean loss of the samples as a float."""
    # Once: which mode does the model have to be in?
    # For each batch: move it, clear the gradients, forward, loss, backward, step. Add up what the mean needs.
    raise NotImplementedError("train_epoch is not written yet / 아직 작성하지 않았습니다")
