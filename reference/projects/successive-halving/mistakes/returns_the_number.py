"""
en: The number of the best config is returned. The caller wants the config itself.
ko: 가장 좋은 설정의 번호를 돌려주었습니다. 설정 객체 자체를 돌려주세요.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(range(len(configs)))
    while len(survivors) > 1:
        survivors = sorted(survivors, key=lambda i: evaluate(configs[i], r), reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // eta)]
        r *= eta
    return survivors[0]
