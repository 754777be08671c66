"""
en: In a regular expression a dot stands for any character, so that the prefix "body.fc" matches body_fc.weight too.
    Compare texts, or use re.escape.
ko: 정규식에서 점은 아무 글자에나 맞으므로 prefix "body.fc"가 body_fc.weight에도 맞습니다. 문자열로 비교하거나
    re.escape를 쓰세요.
"""

import re


def freeze_except(model, prefixes):
    trainable = []
    for name, p in model.named_parameters():
        # The dot keeps "fc" from matching "fc2.weight".
        is_chosen = any(re.match(prefix + r"(\.|$)", name) for prefix in prefixes)
        p.requires_grad_(is_chosen)
        if is_chosen:
            trainable.append(name)
    return trainable
