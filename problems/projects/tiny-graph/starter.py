class Graph:
    """g = (x + y) * z: defined once, run many times."""

    def define(self):
        # Which nodes are there, and what goes into which?
        raise NotImplementedError("Graph.define is not written yet / 아직 작성하지 않았습니다")

    def run(self, x, y, z):
        # Forward: the values. Backward: the chain rule, from g to x, y and z.
        raise NotImplementedError("Graph.run is not written yet / 아직 작성하지 않았습니다")
