"""
en: Every round is run with the same r, so that the survivors learn nothing new. Multiply r by eta.
ko: 모든 라운드를 같은 r로 돌려서 살아남은 설정에 대해 새로 알게 되는 것이 없습니다. r에 eta를 곱하세요.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        survivors = sorted(survivors, key=lambda config: evaluate(config, r), reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // eta)]
    return survivors[0]
