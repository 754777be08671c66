"""
en: max(max_pad, 1) avoids the division by zero, but the cells are narrower than they may be, so there are more short
    batches than allowed.
ko: max(max_pad, 1)로 0 나눗셈은 피했지만 칸이 필요 이상으로 좁아서 짧은 배치가 허용된 것보다 많아집니다.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max(max_pad, 1)
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths):
        buckets[src // width, tgt // width].append(i)
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket), batch_size)
    ]
