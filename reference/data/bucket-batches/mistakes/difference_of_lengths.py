"""
en: The key is the difference of src and tgt, but the limit is about the sources among themselves and the targets
    among themselves.
ko: src와 tgt의 차이를 key로 썼습니다. 하지만 제한은 src끼리의 차이와 tgt끼리의 차이에 대한 것입니다.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max_pad + 1
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths):
        buckets[abs(src - tgt) // width].append(i)
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket), batch_size)
    ]
