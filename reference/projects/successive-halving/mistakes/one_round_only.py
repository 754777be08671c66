"""
en: Only one round was run, with the smallest resource, and its leader returned. Leaders of a short race may lose a
    long one.
ko: 가장 적은 자원으로 한 라운드만 돌리고 그 1등을 돌려주었습니다. 짧은 경주의 선두가 긴 경주에서는 질 수 있습니다.
"""

def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    scores = [evaluate(config, r) for config in configs]
    best = min(scores) if mode == "min" else max(scores)
    return configs[scores.index(best)]
