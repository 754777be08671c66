"""
en: Nothing is frozen: every parameter requires grad afterwards.
ko: 아무것도 얼리지 않았습니다. 모든 파라미터가 기울기를 받습니다.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
        p.requires_grad_(True)
        if is_chosen:
            trainable.append(name)
    return trainable
