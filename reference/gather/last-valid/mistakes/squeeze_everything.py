"""
en: squeeze() without a dim drops every dim of size 1, so a batch of one sequence or a single feature loses a dim.
    Name the one that gather left behind: squeeze(1).
ko: 차원을 지정하지 않은 squeeze()는 크기가 1인 차원을 모두 없애서, 시퀀스나 특징이 하나뿐이면 차원이 사라집니다.
    gather가 남긴 차원만 squeeze(1)로 없애세요.
"""


def last_valid(x, lengths):
    B, _, D = x.shape
    step = (lengths - 1).clamp(min=0)
    last = x.gather(1, step.view(B, 1, 1).expand(B, 1, D))
    return last.masked_fill(lengths.view(B, 1, 1) == 0, 0).squeeze()
