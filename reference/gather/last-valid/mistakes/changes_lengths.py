"""
en: lengths -= 1 writes into the caller's tensor, who still needs the true lengths. Write lengths - 1, which makes a
    new one.
ko: lengths -= 1은 호출한 쪽의 텐서를 바꿔 버립니다. 호출한 쪽은 원래 길이를 계속 써야 합니다. 새 텐서를 만드는
    lengths - 1을 쓰세요.
"""


def last_valid(x, lengths):
    B, _, D = x.shape
    lengths -= 1
    last = x.gather(1, lengths.clamp(min=0).view(B, 1, 1).expand(B, 1, D)).squeeze(1)
    return last.masked_fill(lengths.view(B, 1) < 0, 0)
