"""
en: .detach() (or .data) cuts the result off the graph, so no gradient reaches x.
ko: .detach()(또는 .data)를 쓰면 결과가 계산 그래프에서 떨어져 x에 기울기가 전해지지 않습니다.
"""


def to_batched_vector(x):
    return x.detach().flatten(1)
