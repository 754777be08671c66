"""
en: The rest of a bucket that does not fill a batch is dropped, so these samples are never trained on.
ko: 배치를 다 채우지 못한 bucket의 나머지를 버렸습니다. 그 샘플들은 한 번도 학습되지 않습니다.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max_pad + 1
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths):
        buckets[src // width, tgt // width].append(i)
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket) - batch_size + 1, batch_size)
    ]
