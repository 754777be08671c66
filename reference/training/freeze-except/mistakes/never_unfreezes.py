"""
en: Only freezing is done. A chosen layer that was frozen before stays frozen: set requires_grad to True as
    well.
ko: 얼리기만 합니다. 전에 얼려 둔 층은 골라도 그대로 얼어 있습니다. requires_grad를 True로도
    바꾸세요.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
        if not is_chosen:
            p.requires_grad_(False)
        if is_chosen:
            trainable.append(name)
    return trainable
