"""
en: detach cuts the graph, so that no gradient reaches the weights.
ko: detach가 그래프를 끊어 가중치에 기울기가 가지 않습니다.
"""


def weighted_sum(x, w):
    return (x * w.detach()).sum(dim=1).requires_grad_(w.requires_grad)
