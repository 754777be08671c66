"""
en: The chosen layers are frozen and all others train.
ko: 고른 층을 얼리고 나머지를 학습하게 했습니다.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
        p.requires_grad_(not is_chosen)
        if is_chosen:
            trainable.append(name)
    return trainable
