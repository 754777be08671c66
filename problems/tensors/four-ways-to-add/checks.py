from torchgrade.problems.kit import WRITABLE_LAYOUTS, check, example, st, tensor, tensors

INF, NAN = float("inf"), float("nan")


@st.composite
def three(draw, y_shapes=("h w",)):
    """Draw x, y and out of one dtype; y in one of the given shapes, out full of old numbers (also nan)."""
    dtype = draw(st.sampled_from(["float32", "float64", "int64", "int32"]))
    h, w = draw(st.permutations([0, 1, 2, 3, 4, 5]))[:2]
    sizes = {"h": str(h), "w": str(w)}
    shape = [sizes.get(token, token) for token in draw(st.sampled_from(list(y_shapes))).split()]
    return {
        "x": draw(tensors(f"{h} {w}", dtype=dtype, layouts=WRITABLE_LAYOUTS)),
        "y": draw(tensors(" ".join(shape), dtype=dtype)),
        "out": draw(tensors(f"{h} {w}", dtype=dtype, special=(NAN, INF), layouts=WRITABLE_LAYOUTS)),
    }


NAMES = ("with +", "with torch.add", "with out=", "in place")


@example(case={"x": tensor([1, 2]), "y": tensor([10, 20]), "out": tensor([5, 5])})
@example(case={"x": tensor([1.0, 2.0]), "y": tensor([10.0, INF]), "out": tensor([NAN, INF])})
@check(case=three())
def four_equal_sums(solution, case):
    """All four results equal the old x plus y, and after the call x and out hold that sum, too, whatever out held."""
    x, y, out = case["x"], case["y"], case["out"]
    a, b, c, d = solution.add_four_ways(x, y, out)
    results = {name: result.clone() for name, result in zip(NAMES, (a, b, c, d), strict=True)}
    return results | {"x": x.clone(), "out": out.clone(), "y": y.clone()}


@example(case={"x": tensor([1, 2]), "y": tensor([10, 20]), "out": tensor([5, 5])}, more=3)
@check(case=three(), more=st.integers(1, 9))
def writes_where_it_should(solution, case, more):
    """The third result is the very tensor out and the fourth is x: no new memory, and what is written later shows."""
    x, y, out = case["x"], case["y"], case["out"]
    # The caller's memory, seen through views from before the call.
    x_memory, out_memory = x.view_as(x), out.view_as(out)
    _, _, c, d = solution.add_four_ways(x, y, out)
    out.add_(more)
    x.mul_(more + 1)
    return {
        "with out=": c.clone(),
        "in place": d.clone(),
        "is out": c is out,
        "is x": d is x,
        "memory of out": out_memory.clone(),
        "memory of x": x_memory.clone(),
    }


@check(case=three(y_shapes=("w", "1 w", "h 1", "1", "1 1", "")))
def y_may_be_broadcast(solution, case):
    """y may be smaller and is broadcast to the shape of x."""
    x, y, out = case["x"], case["y"], case["out"]
    a, b, c, d = solution.add_four_ways(x, y, out)
    return {name: result.clone() for name, result in zip(NAMES, (a, b, c, d), strict=True)} | {"y": y.clone()}


@example(case={"x": tensor([1]), "y": tensor([10]), "out": tensor([5])})
@check(case=three())
def new_tensors_are_new(solution, case):
    """The first two results stay what they are when x, y, out or the other one is written to afterwards."""
    x, y, out = case["x"], case["y"], case["out"]
    a, b, _, _ = solution.add_four_ways(x, y, out)
    x.zero_()
    y.zero_()
    out.zero_()
    first, second = a.clone(), b.clone()
    a.mul_(2)
    after_first = b.clone()
    b.mul_(3)
    return {
        "with +": first,
        "with torch.add": second,
        "both later": [a.clone(), after_first, b.clone()],
        "x": x.clone(),
    }
