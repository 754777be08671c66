"""
en: A whole bucket became one batch, however large it is. Cut it into pieces of batch_size.
ko: bucket이 아무리 커도 통째로 한 배치가 되었습니다. batch_size씩 자르세요.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    width = max_pad + 1
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths):
        buckets[src // width, tgt // width].append(i)
    return list(buckets.values())
