"""
en: The last of n steps is step n - 1, because steps are counted from 0. You took step n, the first one of the
    padding, and where there is no padding the clamp hides the error.
ko: 시점은 0부터 세므로 n개 가운데 마지막은 n - 1번입니다. 패딩의 첫 시점인 n번을 골랐고, 패딩이 없는 곳에서는 clamp
    때문에 오류가 드러나지 않습니다.
"""


def last_valid(x, lengths):
    B, T, D = x.shape
    step = lengths.clamp(max=T - 1)
    last = x.gather(1, step.view(B, 1, 1).expand(B, 1, D)).squeeze(1)
    return last.masked_fill(lengths.view(B, 1) == 0, 0)
