"""
en: Half of the configs are kept whatever eta is. Only 1/eta go on.
ko: eta와 관계없이 절반을 남깁니다. 1/eta만 남겨야 합니다.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        survivors = sorted(survivors, key=lambda config: evaluate(config, r), reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // 2)]
        r *= eta
    return survivors[0]
