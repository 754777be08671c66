"""
en: .detach() cuts the result off the graph, so no gradient reaches the inputs.
ko: .detach()를 쓰면 결과가 계산 그래프에서 떨어져 입력에 기울기가 전해지지 않습니다.
"""


def calc(a, b, c, d, e):
    return ((a + b) * c - d / e).detach()
