"""
en: .detach() (or .data, or no_grad) cuts the scores off the graph, so a loss made of them teaches nothing. Take it
    away.
ko: .detach()(또는 .data, no_grad)를 쓰면 점수가 계산 그래프에서 떨어져서 이것으로 만든 손실로는 학습이 되지 않습니다.
    지우세요.
"""


def pick_class_scores(logits, target, class_dim=1):
    return logits.detach().gather(class_dim, target.unsqueeze(class_dim)).squeeze(class_dim)
