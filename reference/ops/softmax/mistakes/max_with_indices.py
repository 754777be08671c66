"""
en: x.max(dim) returns two tensors, the values and their indices, and a pair can't be subtracted. Take .values, or use
    amax.
ko: x.max(dim)은 값과 인덱스, 두 텐서를 돌려주므로 그대로 뺄 수 없습니다. .values를 쓰거나 amax를 쓰세요.
"""


def softmax(x, dim):
    weights = (x - x.max(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
