"""
en: The result is still [B, 1, D]. gather leaves the dim that you picked from, with size 1: drop it with squeeze(1).
ko: 결과가 아직 [B, 1, D]입니다. gather는 고른 방향의 차원을 크기 1로 남겨 두므로 squeeze(1)로 없애세요.
"""


def last_valid(x, lengths):
    B, _, D = x.shape
    step = (lengths - 1).clamp(min=0)
    last = x.gather(1, step.view(B, 1, 1).expand(B, 1, D))
    return last.masked_fill(lengths.view(B, 1, 1) == 0, 0)
