import heapq


def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    scores = {id(config): evaluate(config, r) for config in configs}
    keep = max(len(configs) // eta, 1)
    choose = heapq.nsmallest if mode == "min" else heapq.nlargest
    best = choose(keep, configs, key=lambda config: scores[id(config)])
    if keep == 1:
        return best[0]
    return successive_halving(best, evaluate, r=r * eta, eta=eta, mode=mode)
