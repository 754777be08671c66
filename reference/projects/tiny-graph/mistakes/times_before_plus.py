"""
en: x + y * z is another graph: times binds stronger than plus. Here the sum comes first.
ko: x + y * z는 다른 그래프입니다. 곱셈이 덧셈보다 먼저 계산되기 때문입니다. 여기서는 합을 먼저 구해야 합니다.
"""

class Graph:
    def define(self):
        pass

    def run(self, x, y, z):
        return x + y * z, {"x": 1.0, "y": z, "z": y}
