"""
en: squeeze() without a dim drops every dim of size 1, so a batch of one sentence loses its batch dim. Name the dim:
    squeeze(class_dim).
ko: 차원을 지정하지 않은 squeeze()는 크기가 1인 차원을 모두 없애서 문장이 하나뿐이면 배치 차원까지 사라집니다.
    squeeze(class_dim)처럼 지정하세요.
"""


def pick_class_scores(logits, target, class_dim=1):
    return logits.gather(class_dim, target.unsqueeze(class_dim)).squeeze()
