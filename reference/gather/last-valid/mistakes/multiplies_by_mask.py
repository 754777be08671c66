"""
en: Multiplying the row by 0 does not blank it: nan * 0 and inf * 0 are nan, and padding may hold anything. Replace
    the values instead, with masked_fill or torch.where.
ko: 0을 곱한다고 지워지지 않습니다. nan * 0과 inf * 0은 nan이고 패딩에는 무엇이든 들어 있을 수 있습니다.
    masked_fill이나 torch.where로 값을 바꾸세요.
"""


def last_valid(x, lengths):
    B, _, D = x.shape
    step = (lengths - 1).clamp(min=0)
    last = x.gather(1, step.view(B, 1, 1).expand(B, 1, D)).squeeze(1)
    return last * (lengths > 0).view(B, 1).to(x.dtype)
