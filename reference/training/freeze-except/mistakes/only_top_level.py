"""
en: Only the first part of the name is compared, so a prefix such as "body.fc" finds nothing.
ko: 이름의 첫 부분만 비교해서 "body.fc" 같은 prefix는 아무것도 찾지 못합니다.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name.split(".")[0] == prefix for prefix in prefixes)
        p.requires_grad_(is_chosen)
        if is_chosen:
            trainable.append(name)
    return trainable
