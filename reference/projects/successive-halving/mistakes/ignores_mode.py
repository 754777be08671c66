"""
en: mode is not looked at, so that with "max" the worst survive. Sort the other way round.
ko: mode를 확인하지 않아 "max"일 때 가장 나쁜 설정이 살아남습니다. 정렬 방향을 바꾸세요.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        survivors = sorted(survivors, key=lambda config: evaluate(config, r))
        survivors = survivors[: max(1, len(survivors) // eta)]
        r *= eta
    return survivors[0]
