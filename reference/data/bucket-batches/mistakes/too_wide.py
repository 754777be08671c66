"""
en: A cell of max_pad + 2 lengths holds pairs that differ by max_pad + 1.
ko: 길이가 max_pad + 2개인 칸에는 max_pad + 1만큼 차이 나는 쌍이 들어갑니다.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max_pad + 2
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths):
        buckets[src // width, tgt // width].append(i)
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket), batch_size)
    ]
