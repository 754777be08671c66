"""
en: x and y got the gradient 1, that of the plus alone. The chain rule multiplies it by what comes from above: z.
ko: x와 y의 기울기가 덧셈만 미분한 1입니다. 연쇄 법칙에 따라 위에서 내려온 기울기 z를 곱해야 합니다.
"""

class Graph:
    def define(self):
        pass

    def run(self, x, y, z):
        s = x + y
        return s * z, {"x": 1.0, "y": 1.0, "z": s}
