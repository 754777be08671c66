def evaluate(model, loader, loss_fn):
    """Return the mean loss and the accuracy (0..1) over all samples of the loader."""
    # 1. Remember the mode of every layer, then switch to eval mode.
    # 2. Without building a graph: add up losses, right predictions and samples.
    # 3. Put the modes back.
    raise NotImplementedError("evaluate is not written yet / 아직 작성하지 않았습니다")
