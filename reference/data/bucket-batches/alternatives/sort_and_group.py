from itertools import groupby


def bucket_batches(lengths, batch_size, max_pad):
    def cell(i):
        return tuple(length // (max_pad + 1) for length in lengths[i])

    batches = []
    for _, group in groupby(sorted(range(len(lengths)), key=cell), key=cell):
        group = list(group)
        while group:
            batches.append(group[:batch_size])
            group = group[batch_size:]
    return batches
