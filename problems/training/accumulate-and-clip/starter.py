def accumulate_step(model, opt, loss_fn, micro_batches, max_norm=None):
    """One optimizer step from several micro batches; return (mean loss, gradient norm before clipping)."""
    # 1. How many samples are there in all? How much does each micro batch count?
    # 2. Accumulate: forward and backward for each micro batch.
    # 3. Measure and clip the global norm, then step once.
    raise NotImplementedError("accumulate_step is not written yet / 아직 작성하지 않았습니다")
