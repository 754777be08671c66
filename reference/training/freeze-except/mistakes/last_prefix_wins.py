"""
en: For every prefix all parameters are set again, so each prefix freezes what the one before released.
ko: prefix마다 모든 파라미터를 다시 설정해서, 앞의 prefix가 풀어 준 층을 다음 prefix가 다시
    얼립니다.
"""

def freeze_except(model, prefixes):
    for p in model.parameters():
        p.requires_grad = False
    for prefix in prefixes:
        for name, p in model.named_parameters():
            p.requires_grad = name == prefix or name.startswith(prefix + ".")
    return [name for name, p in model.named_parameters() if p.requires_grad]
