"""
en: src + tgt is the same for (2, 8) and (8, 2), which need a lot of padding together. Look at both lengths
    separately.
ko: src + tgt는 (2, 8)과 (8, 2)에서 같지만 둘을 묶으면 많이 채워야 합니다. 두 길이를 따로 보세요.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max_pad + 1
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths):
        buckets[(src + tgt) // width].append(i)
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket), batch_size)
    ]
