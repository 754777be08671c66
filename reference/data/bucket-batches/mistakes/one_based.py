"""
en: The indices start at 1. The first sample has index 0.
ko: 인덱스가 1부터 시작합니다. 첫 샘플의 인덱스는 0입니다.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max_pad + 1
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths, 1):
        buckets[src // width, tgt // width].append(i)
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket), batch_size)
    ]
