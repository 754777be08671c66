"""
en: run() calls define() again, so the graph is built anew each time. Define once, run many times.
ko: run()이 define()을 다시 불러 매번 그래프를 새로 만듭니다. 정의는 한 번, 실행은 여러 번입니다.
"""

class Graph:
    def define(self):
        self.nodes = ["add", "mul"]

    def run(self, x, y, z):
        self.define()
        s = x + y
        return s * z, {"x": z, "y": z, "z": s}
