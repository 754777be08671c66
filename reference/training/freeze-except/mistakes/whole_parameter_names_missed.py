"""
en: A prefix may be the full name of a parameter, such as "fc.bias"; with the dot behind it, it matches nothing.
    Allow equality too.
ko: "fc.bias"처럼 파라미터의 전체 이름도 prefix가 될 수 있는데, 뒤에 점을 붙이면 아무것도 찾지
    못합니다. 이름이 같은 경우도 허용하세요.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name.startswith(prefix + ".") for prefix in prefixes)
        p.requires_grad_(is_chosen)
        if is_chosen:
            trainable.append(name)
    return trainable
