"""
en: The gradient of z is x + y, all that z is multiplied by. Here y is missing.
ko: z의 기울기는 z에 곱해지는 값 전체인 x + y입니다. y가 빠졌습니다.
"""

class Graph:
    def define(self):
        pass

    def run(self, x, y, z):
        return (x + y) * z, {"x": z, "y": z, "z": x}
