"""
en: Korean letters are written as they are, in three bytes each. Where the last line is cut inside of one, the file
    can't be decoded and read() raises UnicodeDecodeError. Open it with errors="replace", or let json.dumps write
    ASCII only.
ko: 한글을 그대로 써서 한 글자가 3바이트입니다. 마지막 줄이 글자 중간에서 잘리면 파일을 디코딩할 수 없어 read()가
    UnicodeDecodeError를 냅니다. errors="replace"로 열거나, json.dumps의 기본값대로 ASCII로만 쓰세요.
"""

import json
import math
from pathlib import Path


class ScalarLogger:
    def __init__(self, dir, run):
        self.file = Path(dir, run, "scalars.jsonl")
        self.file.parent.mkdir(parents=True, exist_ok=True)

    def add_scalar(self, tag, v, step):
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps([tag, step, float(v)], ensure_ascii=False) + "\n")

    @staticmethod
    def read(dir):
        runs = {}
        for file in Path(dir).glob("*/scalars.jsonl"):
            series = runs[file.parent.name] = {}
            for line in file.read_text(encoding="utf-8").split("\n"):
                try:
                    tag, step, value = json.loads(line)
                except json.JSONDecodeError:
                    continue
                series.setdefault(tag, []).append((step, value))
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
