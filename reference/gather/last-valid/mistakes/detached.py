"""
en: .detach() (or .data, or no_grad) cuts the result off the graph, so nothing is learned from it. Take it away.
ko: .detach()(또는 .data, no_grad)를 쓰면 결과가 계산 그래프에서 떨어져 학습이 되지 않습니다. 지우세요.
"""


def last_valid(x, lengths):
    B, _, D = x.shape
    step = (lengths - 1).clamp(min=0)
    last = x.detach().gather(1, step.view(B, 1, 1).expand(B, 1, D)).squeeze(1)
    return last.masked_fill(lengths.view(B, 1) == 0, 0)
