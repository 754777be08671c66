"""
en: sum makes int64 of int32, uint8 and the other small integers, so the product has another dtype than the operands.
    Give sum the dtype, or use matmul, which keeps it.
ko: sum은 int32나 uint8 같은 작은 정수를 int64로 바꾸므로 곱의 dtype이 피연산자와 달라집니다. sum에 dtype을 주거나,
    dtype을 유지하는 matmul을 쓰세요.
"""


def product(a, b):
    left = a[None] if a.dim() == 1 else a
    right = b[:, None] if b.dim() == 1 else b
    if left.shape[-1] != right.shape[-2]:
        raise RuntimeError("the sizes do not fit")
    result = (left.unsqueeze(-1) * right.unsqueeze(-3)).sum(-2)
    if b.dim() == 1:
        result = result.squeeze(-1)
    return result.squeeze(-1 if b.dim() == 1 else -2) if a.dim() == 1 else result
