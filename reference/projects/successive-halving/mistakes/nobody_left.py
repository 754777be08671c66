"""
en: len // eta is 0 where fewer than eta configs are left, and then nobody survives. Keep at least one.
ko: 남은 설정이 eta보다 적으면 len // eta가 0이 되어 아무도 남지 않습니다. 적어도 하나는 남기세요.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        survivors = sorted(survivors, key=lambda config: evaluate(config, r), reverse=mode == "max")
        survivors = survivors[: len(survivors) // eta]
        r *= eta
    return survivors[0]
