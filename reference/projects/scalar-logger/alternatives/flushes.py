import collections
import json
import math
import pathlib


class ScalarLogger:
    def __init__(self, dir, run):
        self.path = pathlib.Path(dir) / run
        self.path.mkdir(exist_ok=True, parents=True)
        self.stream = (self.path / f"{len(run)}.log").open("w", encoding="utf-8")

    def add_scalar(self, tag, v, step):
        json.dump(dict(step=step, **{"tag": tag, "v": float(v)}), self.stream)
        self.stream.write("\n")
        self.stream.flush()

    @classmethod
    def read(cls, dir):
        everything = {}
        for folder in pathlib.Path(dir).iterdir():
            tags = collections.defaultdict(list)
            for file in folder.iterdir():
                *lines, last = file.read_text(encoding="utf-8").split("\n")
                for line in lines:
                    entry = json.loads(line)
                    tags[entry["tag"]].append((entry["step"], entry["v"]))
            everything[folder.name] = {tag: sorted(tags[tag], key=lambda pair: pair[0]) for tag in tags}
        return everything

    @classmethod
    def best(cls, dir, tag, mode):
        winner, record = None, None
        for run, tags in cls.read(dir).items():
            for _, value in tags.get(tag, []):
                if math.isnan(value):
                    continue
                if record is None or (value < record if mode == "min" else value > record):
                    winner, record = run, value
        return winner
