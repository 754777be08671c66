"""
en: Multiplying with broadcasting and summing is right where the sizes fit. Where k is 1 on one side it is stretched
    silently, and a mistake of the caller becomes a number.
ko: 브로드캐스팅으로 곱하고 더하는 방법은 크기가 맞을 때만 옳습니다. 한쪽의 k가 1이면 조용히 늘어나서, 호출한 쪽의
    실수가 오류 대신 숫자가 되어 버립니다.
"""


def product(a, b):
    if b.dim() == 1:
        return (a * b).sum(-1)
    if a.dim() == 1:
        return (a[:, None] * b).sum(-2)
    return (a[..., None] * b[..., None, :, :]).sum(-2)
