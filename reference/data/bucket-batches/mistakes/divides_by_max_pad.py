"""
en: The cell is max_pad wide, and with max_pad = 0 this divides by zero. A cell of max_pad + 1 lengths has a spread of
    max_pad.
ko: 칸의 너비를 max_pad로 잡았습니다. max_pad가 0이면 0으로 나누게 됩니다. 길이 max_pad + 1개짜리 칸의 차이가 바로
    max_pad입니다.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max_pad
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths):
        buckets[src // width, tgt // width].append(i)
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket), batch_size)
    ]
