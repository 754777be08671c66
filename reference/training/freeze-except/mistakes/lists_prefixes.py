"""
en: The prefixes are returned. Return the full parameter names, such as fc.weight and fc.bias.
ko: prefix를 그대로 반환했습니다. fc.weight, fc.bias처럼 파라미터의 전체 이름을 반환하세요.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
        p.requires_grad_(is_chosen)
        if is_chosen:
            trainable.append(name)
    return list(prefixes)
