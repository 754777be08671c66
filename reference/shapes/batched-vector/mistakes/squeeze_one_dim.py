"""
en: squeeze(1) drops one dim: [B, 1, 1, D] becomes [B, 1, D]. And a [B, D] with D == 1 loses its D.
ko: squeeze(1)은 차원 하나만 없애므로 [B, 1, 1, D]가 [B, 1, D]가 됩니다. D가 1인 [B, D]에서는 D까지 없어집니다.
"""


def to_batched_vector(x):
    return x.squeeze(1)
