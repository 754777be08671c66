"""
en: squeeze() drops every dim of size 1, also the batch when it holds one sample, and D when it is 1. Name the dims
    that are to go.
ko: squeeze()는 크기가 1인 차원을 모두 없애므로, 샘플이 하나뿐인 배치나 크기가 1인 D까지 사라집니다. 없앨 차원을
    지정하세요.
"""


def to_batched_vector(x):
    return x.squeeze()
