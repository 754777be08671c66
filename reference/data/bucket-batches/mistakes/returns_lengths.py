"""
en: The batches hold the lengths instead of the indices. A batch_sampler gives indices.
ko: 배치에 인덱스가 아니라 길이가 들어 있습니다. batch_sampler는 인덱스를 줍니다.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max_pad + 1
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths):
        buckets[src // width, tgt // width].append((src, tgt))
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket), batch_size)
    ]
