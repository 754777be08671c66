"""
en: The caller's list is sorted and cut in place; the configs that lost are gone from it. Work on list(configs).
ko: 호출한 쪽의 list를 제자리에서 정렬하고 잘라, 탈락한 설정이 그 list에서 사라졌습니다. list(configs)로 복사해서
    쓰세요.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    while len(configs) > 1:
        configs.sort(key=lambda config: evaluate(config, r), reverse=mode == "max")
        del configs[max(1, len(configs) // eta) :]
        r *= eta
    return configs[0]
