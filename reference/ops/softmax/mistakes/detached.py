"""
en: .detach() (or .data, or no_grad) cuts the result off the graph, so x gets no gradient. Only the maximum may be
    detached, because the shift changes nothing.
ko: .detach()(또는 .data, no_grad)를 쓰면 결과가 계산 그래프에서 떨어져 x에 기울기가 전해지지 않습니다. 떼어 내도 되는
    것은 결과에 영향을 주지 않는 최댓값뿐입니다.
"""


def softmax(x, dim):
    x = x.detach()
    weights = (x - x.amax(dim, keepdim=True)).exp()
    return weights / weights.sum(dim, keepdim=True)
