import json
import os
import time


class ScalarLogger:
    def __init__(self, dir, run):
        folder = os.path.join(dir, run)
        os.makedirs(folder, exist_ok=True)
        # buffering=1: every line goes out at once
        self.out = open(os.path.join(folder, "events.json"), "a", buffering=1, encoding="utf8")

    def add_scalar(self, tag, v, step):
        value = v.detach().item() if hasattr(v, "detach") else v
        print(json.dumps([tag, int(step), float(value), time.time()], ensure_ascii=False), file=self.out)

    @staticmethod
    def read(dir):
        result = {}
        for run in sorted(os.listdir(dir)):
            points = {}
            with open(os.path.join(dir, run, "events.json"), encoding="utf8", errors="replace") as file:
                for line in file:
                    try:
                        tag, step, value, _ = json.loads(line)
                    except ValueError:
                        break
                    points.setdefault(tag, {})[step] = value
            result[run] = {tag: sorted(by_step.items()) for tag, by_step in points.items()}
        return result

    @staticmethod
    def best(dir, tag, mode):
        sign = 1 if mode == "min" else -1
        ranking = []
        for run, tags in ScalarLogger.read(dir).items():
            for step, value in tags.get(tag, ()):
                if value == value:
                    ranking.append((sign * value, run))
        return min(ranking)[1] if ranking else None
