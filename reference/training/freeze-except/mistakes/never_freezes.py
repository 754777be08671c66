"""
en: Only the chosen layers are switched on; the others keep what they had, which is training in general.
ko: 고른 층을 켜기만 하고, 나머지는 원래 상태(보통은 학습하는 상태)로 두었습니다.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
        if is_chosen:
            p.requires_grad_(True)
            trainable.append(name)
    return trainable
