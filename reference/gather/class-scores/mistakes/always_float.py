"""
en: The scores were converted to float32. Picking keeps the dtype of logits: float64 stays float64.
ko: 점수를 float32로 바꾸었습니다. 고르기만 하면 logits의 dtype이 유지됩니다. float64는 float64로 남아야 합니다.
"""


def pick_class_scores(logits, target, class_dim=1):
    return logits.float().gather(class_dim, target.unsqueeze(class_dim)).squeeze(class_dim)
