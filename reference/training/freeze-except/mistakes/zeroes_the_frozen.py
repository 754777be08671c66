"""
en: The frozen weights were set to zero. Freezing keeps values; it only stops their training.
ko: 얼린 가중치를 0으로 만들었습니다. freezing은 값을 그대로 두고 학습만 멈추는 것입니다.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
        p.requires_grad_(is_chosen)
        if not is_chosen:
            p.data.zero_()
        if is_chosen:
            trainable.append(name)
    return trainable
