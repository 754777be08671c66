"""
en: The whole history is written as one JSON document each time. If the write is cut off everything is gone. Write
    one line for each call.
ko: 매번 전체 기록을 JSON 문서 하나로 다시 씁니다. 쓰는 도중에 끊기면 모두 사라집니다. 호출마다 한 줄씩 쓰세요.
"""

import json
import math
from pathlib import Path

import torch


class ScalarLogger:
    def __init__(self, dir, run):
        self.file = Path(dir, run, "scalars.jsonl")
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.entries = []

    def add_scalar(self, tag, v, step):
        if isinstance(v, torch.Tensor):
            v = v.item()  # the number alone: no graph is kept
        # Opening and closing each time leaves nothing in a buffer.
        self.entries.append({"tag": tag, "step": step, "value": float(v)})
        self.file.write_text(json.dumps(self.entries), encoding="utf-8")

    @staticmethod
    def read(dir):
        runs = {}
        for file in Path(dir).glob("*/scalars.jsonl"):
            series = runs[file.parent.name] = {}
            try:
                entries = json.loads(file.read_text(encoding="utf-8"))
            except json.JSONDecodeError:
                continue
            for entry in entries:
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
