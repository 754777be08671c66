"""
en: The first round is run with resource 1 whatever r is. Start with the r that was given.
ko: r과 관계없이 첫 라운드를 자원 1로 돌립니다. 주어진 r에서 시작하세요.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors, resource = list(configs), 1
    while len(survivors) > 1:
        survivors = sorted(survivors, key=lambda config: evaluate(config, resource), reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // eta)]
        resource *= eta
    return survivors[0]
