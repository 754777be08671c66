"""
en: The resource is doubled whatever eta is. It grows by the factor eta.
ko: eta와 관계없이 자원을 두 배로 늘립니다. eta배로 늘려야 합니다.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        survivors = sorted(survivors, key=lambda config: evaluate(config, r), reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // eta)]
        r *= 2
    return survivors[0]
