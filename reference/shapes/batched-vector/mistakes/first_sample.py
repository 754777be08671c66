"""
en: x[0] is the first sample alone. The other samples of the batch are lost.
ko: x[0]은 첫 샘플 하나뿐입니다. 배치의 나머지 샘플이 사라집니다.
"""


def to_batched_vector(x):
    return x[0].reshape(1, -1)
