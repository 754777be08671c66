def successive_halving(configs, evaluate, r=1, eta=2, mode="min"):
    """Evaluate the survivors, keep the best 1/eta, multiply the resource; return the last config."""
    # 1. Who is still in?
    # 2. A round: everybody's score with resource r, the best len // eta (at least one) stay.
    # 3. The next round has eta times the resource. When is it over?
    raise NotImplementedError("successive_halving is not written yet / 아직 작성하지 않았습니다")
