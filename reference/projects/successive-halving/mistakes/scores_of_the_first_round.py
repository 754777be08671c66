"""
en: The survivors are evaluated again, but the order is still that of the first round. Sort by the new scores.
ko: 살아남은 설정을 다시 평가하지만 순서는 여전히 첫 라운드의 것입니다. 새 점수로 정렬하세요.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    if len(survivors) > 1:
        survivors = sorted(survivors, key=lambda config: evaluate(config, r), reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // eta)]
    while len(survivors) > 1:
        r *= eta
        for config in survivors:
            evaluate(config, r)
        survivors = survivors[: max(1, len(survivors) // eta)]
    return survivors[0]
