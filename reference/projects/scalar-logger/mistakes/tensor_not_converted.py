"""
en: json can't write a tensor, so add_scalar fails for one. v.item() makes a number of it.
ko: json은 텐서를 쓸 수 없어 add_scalar에서 오류가 납니다. v.item()으로 숫자를 만드세요.
"""

import json
import math
from pathlib import Path


class ScalarLogger:
    def __init__(self, dir, run):
        self.file = Path(dir, run, "scalars.jsonl")
        self.file.parent.mkdir(parents=True, exist_ok=True)

    def add_scalar(self, tag, v, step):
        # Opening and closing each time leaves nothing in a buffer.
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"tag": tag, "step": step, "value": v}) + "\n")

    @staticmethod
    def read(dir):
        runs = {}
        for file in Path(dir).glob("*/scalars.jsonl"):
            series = runs[file.parent.name] = {}
            for line in file.read_text(encoding="utf-8").splitlines():
                try:
                    entry = json.loads(line)
                except json.JSONDecodeError:
                    continue  # the run was killed while it wrote this line
                series.setdefault(entry["tag"], []).append((entry["step"], entry["value"]))
            for points in series.values():
                points.sort()
        return runs

    @staticmethod
    def best(dir, tag, mode):
        found = {}
        for run, series in ScalarLogger.read(dir).items():
            values = [value for _, value in series.get(tag, []) if not math.isnan(value)]
            if values:
                found[run] = min(values) if mode == "min" else max(values)
        choose = min if mode == "min" else max
        return choose(found, key=found.get, default=None)
