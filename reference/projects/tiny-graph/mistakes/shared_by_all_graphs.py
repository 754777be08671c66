"""
en: The dict belongs to the class, so that all graphs share it: running one changes what the other returned. Make
    things in define() or in run().
ko: dict가 클래스에 속해 모든 그래프가 함께 씁니다. 한 그래프를 실행하면 다른 그래프의 결과까지 바뀝니다.
    define()이나 run() 안에서 만드세요.
"""

class Graph:
    grads = {"x": 0.0, "y": 0.0, "z": 0.0}

    def define(self):
        for name in self.grads:
            self.grads[name] = 0.0

    def run(self, x, y, z):
        s = x + y
        self.grads["x"] = self.grads["y"] = z
        self.grads["z"] = s
        return s * z, self.grads
