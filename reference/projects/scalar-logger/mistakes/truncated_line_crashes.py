"""
en: A run that was killed leaves half a line, and json.loads raises there: one broken line makes all runs
    unreadable. Skip it.
ko: 강제로 꺼진 run에는 반쪽짜리 줄이 남고 json.loads가 거기서 오류를 냅니다. 줄 하나 때문에 모든 run을 읽지
    못합니다. 건너뛰세요.
"""

import json
import math
from pathlib import Path

import torch


class ScalarLogger:
    def __init__(self, dir, run):
        self.file = Path(dir, run, "scalars.jsonl")
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
        for file in Path(dir).glob("*/scalars.jsonl"):
            series = runs[file.parent.name] = {}
            for line in file.read_text(encoding="utf-8").splitlines():
                entry = json.loads(line)
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
