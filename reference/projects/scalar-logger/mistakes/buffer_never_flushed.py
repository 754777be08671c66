"""
en: The file stays open and nothing is flushed, so the lines wait in a buffer and are lost when the training is
    killed. Flush or close after every line.
ko: 파일을 연 채 flush하지 않아 기록이 버퍼에 머물고, 학습이 강제로 꺼지면 사라집니다. 줄마다 flush하거나 닫으세요.
"""

import json
import math
from pathlib import Path

import torch


class ScalarLogger:
    def __init__(self, dir, run):
        self.file = Path(dir, run, "scalars.jsonl")
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.out = self.file.open("a", encoding="utf-8")

    def add_scalar(self, tag, v, step):
        if isinstance(v, torch.Tensor):
            v = v.item()  # the number alone: no graph is kept
        # Opening and closing each time leaves nothing in a buffer.
        self.out.write(json.dumps({"tag": tag, "step": step, "value": float(v)}) + "\n")

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
