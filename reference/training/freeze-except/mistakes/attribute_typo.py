"""
en: `p.require_grad = ...` makes a new attribute that nobody reads. The name is requires_grad. PyTorch cannot
    warn you; requires_grad_() could have.
ko: `p.require_grad = ...`는 아무도 읽지 않는 새 속성을 만듭니다. 이름은
    requires_grad입니다. requires_grad_()를 쓰면 이런 오타가 바로 드러납니다.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
        p.require_grad = is_chosen
        if is_chosen:
            trainable.append(name)
    return trainable
