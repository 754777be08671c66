"""
en: src_cell * 100 + tgt_cell is the same number for the cells (0, 100) and (1, 0), so sentences of very different
    lengths come together. A tuple (src_cell, tgt_cell) is a key that no other cell has.
ko: src_cell * 100 + tgt_cell은 칸 (0, 100)과 (1, 0)에서 같은 수가 됩니다. 그래서 길이가 크게 다른 문장이 함께
    묶입니다. tuple (src_cell, tgt_cell)을 쓰면 key가 겹치지 않습니다.
"""

from collections import defaultdict


def bucket_batches(lengths, batch_size, max_pad):
    # A cell is max_pad + 1 lengths wide, so two of its pairs differ by max_pad at most.
    width = max_pad + 1
    buckets = defaultdict(list)
    for i, (src, tgt) in enumerate(lengths):
        buckets[src // width * 100 + tgt // width].append(i)
    return [
        bucket[start : start + batch_size]
        for bucket in buckets.values()
        for start in range(0, len(bucket), batch_size)
    ]
