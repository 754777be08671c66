def bucket_batches(lengths, batch_size, max_pad):
    """[(src, tgt), ...] -> batches of indices with similar lengths."""
    # 1. Which bucket does a pair belong to? Two pairs of one bucket may differ by max_pad at most.
    # 2. Cut each bucket into batches; don't lose its tail.
    raise NotImplementedError("bucket_batches is not written yet / 아직 작성하지 않았습니다")
