"""
en: The times passed the gradient on with its own side's value. Each side gets the value of the other: s gets z, and
    z gets s.
ko: 곱셈에서 기울기를 보낼 때 자기 쪽 값을 곱했습니다. s에는 z를, z에는 s를, 서로 반대쪽 값을 곱합니다.
"""

class Graph:
    def define(self):
        pass

    def run(self, x, y, z):
        s = x + y
        return s * z, {"x": s, "y": s, "z": z}
