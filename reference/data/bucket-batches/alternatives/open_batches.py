def bucket_batches(lengths, batch_size, max_pad):
    """Fill one open batch per cell and close it when it is full."""
    done, open_batches = [], {}
    for i in range(len(lengths)):
        src, tgt = lengths[i]
        key = (src - src % (max_pad + 1), tgt - tgt % (max_pad + 1))
        batch = open_batches.setdefault(key, [])
        batch.append(i)
        if len(batch) == batch_size:
            done.append(open_batches.pop(key))
    return done + list(open_batches.values())
