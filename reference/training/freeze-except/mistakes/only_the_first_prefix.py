"""
en: Only the first of the prefixes is looked at.
ko: prefix 가운데 첫 번째만 봅니다.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes[:1])
        p.requires_grad_(is_chosen)
        if is_chosen:
            trainable.append(name)
    return trainable
