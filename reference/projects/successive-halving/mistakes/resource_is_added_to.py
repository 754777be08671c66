"""
en: The resource grows by adding eta. It has to be multiplied: 1, 2, 4, 8 for eta = 2.
ko: 자원에 eta를 더했습니다. 곱해야 합니다. eta가 2이면 1, 2, 4, 8입니다.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        survivors = sorted(survivors, key=lambda config: evaluate(config, r), reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // eta)]
        r += eta
    return survivors[0]
