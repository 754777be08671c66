"""
en: .detach() (or .data) still shares the memory, but cuts the graph: no gradient reaches x.
ko: .detach()(또는 .data)는 메모리는 공유하지만 계산 그래프를 끊으므로 x에 기울기가 전해지지 않습니다.
"""


def to_channels_first(x):
    return x.detach().movedim(-1, -3)
