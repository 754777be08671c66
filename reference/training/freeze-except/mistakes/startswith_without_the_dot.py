"""
en: startswith("fc") is also true of "fc2.weight". Compare with "fc.".
ko: startswith("fc")는 "fc2.weight"에도 참입니다. "fc."과 비교하세요.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name.startswith(prefix) for prefix in prefixes)
        p.requires_grad_(is_chosen)
        if is_chosen:
            trainable.append(name)
    return trainable
