"""
en: squeeze(1) twice is right for [B, 1, 1, D] with D > 1; [B, D] with D == 1 loses its D. Look at the number of dims
    first.
ko: squeeze(1)을 두 번 하면 [B, 1, 1, D]에서는 맞지만 D가 1인 [B, D]는 D를 잃습니다. 차원의 수를 먼저 확인하세요.
"""


def to_batched_vector(x):
    return x.squeeze(1).squeeze(1)
