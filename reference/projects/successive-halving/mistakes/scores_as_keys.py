"""
en: The scores are the keys of a dict, so of several configurations with the same score only one is left. Sort the
    configurations, or their numbers, by score.
ko: 점수를 dict의 키로 써서 점수가 같은 설정이 여럿이면 하나만 남습니다. 설정이나 그 번호를 점수로 정렬하세요.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = list(configs)
    while len(survivors) > 1:
        by_score = {evaluate(config, r): config for config in survivors}
        best = sorted(by_score, reverse=mode == "max")[: max(1, len(survivors) // eta)]
        survivors = [by_score[score] for score in best]
        r *= eta
    return survivors[0]
