"""
en: The names of the frozen parameters are returned; the trainable ones are asked for.
ko: 얼린 파라미터의 이름을 반환했습니다. 학습하는 파라미터의 이름이 필요합니다.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
        p.requires_grad_(is_chosen)
        if not is_chosen:
            trainable.append(name)
    return trainable
