"""
en: The clamp makes a length of 0 look at step 0, which avoids the error but returns padding. Blank these rows
    afterwards, with masked_fill or torch.where.
ko: clamp 덕분에 길이가 0이어도 오류는 나지 않지만, 패딩인 0번 시점이 그대로 나옵니다. masked_fill이나 torch.where로
    그 행을 0으로 채우세요.
"""


def last_valid(x, lengths):
    B, _, D = x.shape
    step = (lengths - 1).clamp(min=0)
    return x.gather(1, step.view(B, 1, 1).expand(B, 1, D)).squeeze(1)
