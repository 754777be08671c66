"""
en: min and max are the wrong way round: a low loss is good, a high accuracy is good.
ko: min과 max가 뒤바뀌었습니다. loss는 낮을수록, 정확도는 높을수록 좋습니다.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        survivors = sorted(survivors, key=lambda config: evaluate(config, r), reverse=mode == "min")
        survivors = survivors[: max(1, len(survivors) // eta)]
        r *= eta
    return survivors[0]
