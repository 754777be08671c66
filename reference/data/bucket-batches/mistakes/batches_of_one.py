"""
en: One batch per sample satisfies the limits and needs no padding, but it is no batching: nearly all batches are
    short.
ko: 샘플마다 배치를 하나씩 만들면 제한은 지키지만 묶은 것이 아닙니다. 거의 모든 배치가 짧습니다.
"""

def bucket_batches(lengths, batch_size, max_pad):
    return [[i] for i in range(len(lengths))]
