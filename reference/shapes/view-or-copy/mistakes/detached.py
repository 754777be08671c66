"""
en: .detach() (or .data) shares the memory but cuts the graph, so no gradient flows back to x.
ko: .detach()(또는 .data)는 메모리를 공유하지만 계산 그래프를 끊으므로 x로 기울기가 흘러가지 않습니다.
"""


def view_or_copy(x, shape):
    result = x.detach().reshape(shape)
    return result, result.data_ptr() == x.data_ptr()
