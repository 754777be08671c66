from torchgrade.problems.kit import check, example, st

NUMBER = st.one_of(st.integers(-6, 6).map(float), st.floats(-9, 9).map(lambda value: round(value, 3)))
FEED = st.tuples(NUMBER, NUMBER, NUMBER)


@example(feed=(1.0, 2.0, 4.0))
@example(feed=(2.0, -2.0, 0.0))
@example(feed=(900.0, 70.5, -8.0))  # a difference of nearby values is not exact enough
@example(feed=(1e12, 3.0, 0.001))
@check(feed=FEED)
def value_and_gradients(solution, feed):
    """run(x, y, z) returns (x + y) * z and the gradients for x, y and z, all of them Python floats."""
    graph = solution.Graph()
    graph.define()
    return graph.run(*feed)


@example(feeds=[(1.0, 2.0, 4.0), (1.0, 2.0, 4.0), (-2.0, 5.0, -3.0)])
@example(feeds=[(1.0, 2.0, 4.0), (1.0, 2.0, 4.0004), (1.0, 2.0004, 4.0)])
@check(feeds=st.lists(FEED, min_size=3, max_size=6))
def one_graph_many_feeds(solution, feeds):
    """A graph that is defined once gives the value and the gradients of each feed, however often it is run."""
    graph = solution.Graph()
    graph.define()
    results = []
    for feed in feeds:
        value, grads = graph.run(*feed)
        # Copied at once: whether a result stays as it is, is another check's question.
        results.append((value, dict(grads)))
    return results


@check(feeds=st.lists(st.tuples(FEED, FEED), min_size=2, max_size=4))
def runs_leave_no_trace(solution, feeds):
    """No run defines again, and none changes another graph or a result that was returned before."""
    defined = []

    class Counted(solution.Graph):
        def define(self, *args, **kwargs):
            defined.append(self)
            return super().define(*args, **kwargs)

    one, other = Counted(), Counted()
    one.define()
    other.define()
    before = len(defined)
    results = [(one.run(*mine), other.run(*theirs)) for mine, theirs in feeds]
    results.append((one.run(*feeds[0][0]), other.run(*feeds[0][1])))
    _, mine = one.run(*feeds[-1][0])
    mine["x"] = mine["z"] = 77.0  # the dict is the caller's now
    return {
        "results": results,
        "the last one once more, after its dict was changed": one.run(*feeds[-1][0]),
        "calls of define() by run()": len(defined) - before,
    }
