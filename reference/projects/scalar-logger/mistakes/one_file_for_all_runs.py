"""
en: All runs write into one file in dir, and each needs the others' lines to be read. A run is a folder of its own,
    which can be copied or deleted.
ko: 모든 run이 dir에 있는 파일 하나에 섞어 씁니다. run마다 폴더가 따로 있어야 옮기거나 지울 수 있습니다.
"""

import json
import math
from pathlib import Path

import torch


class ScalarLogger:
    def __init__(self, dir, run):
        self.file = Path(dir, f"{run}.jsonl")
        self.file.parent.mkdir(parents=True, exist_ok=True)

    def add_scalar(self, tag, v, step):
        if isinstance(v, torch.Tensor):
            v = v.item()  # the number alone: no graph is kept
        # Opening and closing each time leaves nothing in a buffer.
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"tag": tag, "step": step, "value": float(v)}) + "\n")

    @staticmethod
    def read(dir):
        runs = {}
        for file in Path(dir).glob("*.jsonl"):
            series = runs[file.name.removesuffix('.jsonl')] = {}
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
