"""
en: Only the value is returned; the gradients are missing.
ko: 값만 돌려주고 기울기를 빠뜨렸습니다.
"""

class Graph:
    def define(self):
        pass

    def run(self, x, y, z):
        return (x + y) * z
