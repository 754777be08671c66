"""
en: All configs are evaluated in every round, also those that are out. That costs the time that the method is there
    to save.
ko: 탈락한 설정까지 라운드마다 모두 평가합니다. 이 방법으로 아끼려던 시간을 그대로 쓰게 됩니다.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        scores = {id(config): evaluate(config, r) for config in configs}
        survivors = sorted(survivors, key=lambda config: scores[id(config)], reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // eta)]
        r *= eta
    return survivors[0]
