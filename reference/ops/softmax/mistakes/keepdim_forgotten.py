"""
en: Without keepdim=True the sum loses the dim, and dividing either fails or lines up with the wrong dim (broadcasting
    starts at the last one). Keep the dim with size 1.
ko: keepdim=True가 없으면 합에서 그 차원이 사라집니다. 브로드캐스팅은 마지막 차원부터 맞추므로 오류가 나거나 엉뚱한
    차원으로 나누게 됩니다. 크기 1인 차원을 남겨 두세요.
"""


def softmax(x, dim):
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim)
