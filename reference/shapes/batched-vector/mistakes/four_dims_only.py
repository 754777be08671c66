"""
en: x[:, 0, 0] takes a tensor of four dims for granted. An x that is [B, D] already has to come back as it is.
ko: x[:, 0, 0]은 4차원이라고 단정합니다. 이미 [B, D]인 x는 그대로 돌아와야 합니다.
"""


def to_batched_vector(x):
    return x[:, 0, 0]
