def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    survivors = configs
    while len(survivors) > 1:
        # sorted() makes a new list, asks for every key once, and compares scores only, never the configs.
        survivors = sorted(survivors, key=lambda config: evaluate(config, r), reverse=mode == "max")
        survivors = survivors[: max(1, len(survivors) // eta)]
        r *= eta
    return survivors[0]
