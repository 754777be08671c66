"""
en: lengths.index(pair) finds the first pair with these lengths, so two samples of equal lengths get the same index.
    Use enumerate.
ko: lengths.index(pair)는 길이가 같은 첫 쌍을 찾습니다. 그래서 길이가 같은 두 샘플이 같은 인덱스가 됩니다. enumerate를
    쓰세요.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max_pad + 1
    buckets = defaultdict(list)
    for src, tgt in lengths:
        i = lengths.index((src, tgt))
        buckets[src // width, tgt // width].append(i)
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket), batch_size)
    ]
