"""
en: A pair of score and config is returned; only the config was asked for.
ko: 점수와 설정의 쌍을 돌려주었습니다. 설정만 돌려주세요.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors, score = list(configs), None
    while len(survivors) > 1:
        scores = {id(config): evaluate(config, r) for config in survivors}
        survivors = sorted(survivors, key=lambda config: scores[id(config)], reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // eta)]
        score = scores[id(survivors[0])]
        r *= eta
    return score, survivors[0]
