def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    sign = {"min": 1, "max": -1}[mode]
    alive = range(len(configs))
    level = 0
    while len(alive) > 1:
        ranking = sorted((sign * evaluate(configs[i], r * eta**level), i) for i in alive)
        keep = len(alive) // eta or 1
        alive = sorted(i for _, i in ranking[:keep])
        level += 1
    (best,) = alive
    return configs[best]
