"""
en: A copy of the config is returned. It is equal, but it is not the object that the caller gave.
ko: 설정의 복사본을 돌려주었습니다. 내용은 같지만 호출한 쪽이 준 객체가 아닙니다.
"""

import copy


def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        survivors = sorted(survivors, key=lambda config: evaluate(config, r), reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // eta)]
        r *= eta
    return copy.deepcopy(survivors[0])
