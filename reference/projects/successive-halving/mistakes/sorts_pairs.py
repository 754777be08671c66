"""
en: Pairs of score and config are sorted. Where two scores are equal Python compares the configs, and dicts can't be
    compared. Use key=.
ko: 점수와 설정의 쌍을 정렬했습니다. 점수가 같으면 파이썬이 설정끼리 비교하는데 dict는 비교할 수 없어 오류가 납니다.
    key=를 쓰세요.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        ranking = sorted([(evaluate(config, r), config) for config in survivors], reverse=mode == "max")
        survivors = [config for _, config in ranking[: max(1, len(survivors) // eta)]]
        r *= eta
    return survivors[0]
