import json
import os
from keyword import iskeyword

TEMPLATE = """train.py test.py data_loader/__init__.py data_loader/data_loaders.py model/__init__.py model/model.py
model/loss.py model/metric.py trainer/__init__.py trainer/trainer.py logger/__init__.py logger/logger.py
utils/__init__.py utils/util.py saved/.gitkeep"""


def scaffold(name, root):
    if iskeyword(name) or not str.isidentifier(name):
        raise ValueError("not a Python name: " + name)
    target = os.path.join(root, name)
    if os.path.exists(target):
        raise FileExistsError(target)
    for file in TEMPLATE.split():
        full = os.path.join(target, file)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "x") as f:
            if file.endswith(".py"):
                f.write(f'"""{name}: {file}"""\n')
    with open(os.path.join(target, "config.json"), "x") as f:
        json.dump({"name": name, "optimizer": {"type": "Adam", "args": {"lr": 1e-3}}, "epochs": 5}, f)
    return target


def parse(text):
    try:
        return json.loads(text)
    except ValueError:
        return text


def replaced(config, keys, value):
    head, *rest = keys
    if not isinstance(config, dict) or head not in config:
        raise KeyError(head)
    return {**config, head: replaced(config[head], rest, value) if rest else value}


def load_config(path, overrides):
    with open(path, encoding="utf-8") as f:
        config = json.load(f)
    for override in overrides:
        name, value = override.split("=", 1)
        config = replaced(config, name.split("."), parse(value))
    return config
