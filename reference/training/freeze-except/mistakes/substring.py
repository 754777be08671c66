"""
en: `prefix in name` matches anywhere: "fc" is also found in "fc2.weight", "pre_fc.weight" and "body.fc.weight".
    Compare from the start, in whole components.
ko: `prefix in name`은 어디에 있든 찾습니다. "fc"가 "fc2.weight",
    "pre_fc.weight", "body.fc.weight"에서도 발견됩니다. 앞에서부터, 점으로 나눈 이름
    단위로 비교하세요.
"""

def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(prefix in name for prefix in prefixes)
        p.requires_grad_(is_chosen)
        if is_chosen:
            trainable.append(name)
    return trainable
