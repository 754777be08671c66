import functools
import json
import keyword
import pathlib

TREE = {
    "train.py": "if __name__ == '__main__':\n    print('train')\n",
    "test.py": "",
    "data_loader": {"__init__.py": "", "data_loaders.py": "import torch\n"},
    "model": {
        "__init__.py": "from .model import Model\n",
        "model.py": "class Model:\n    pass\n",
        "loss.py": "",
        "metric.py": "",
    },
    "trainer": {"__init__.py": "", "trainer.py": "from model import loss\n"},
    "logger": {"__init__.py": "", "logger.py": "import logging\n"},
    "utils": {"__init__.py": "", "util.py": ""},
    "saved": {".gitkeep": ""},
}


def build(folder, tree):
    folder.mkdir(exist_ok=False)
    for name, content in tree.items():
        if isinstance(content, dict):
            build(folder / name, content)
        else:
            (folder / name).write_text(content, encoding="utf-8")


def scaffold(name, root):
    if not (name.isidentifier() and name not in keyword.kwlist):
        raise ValueError(name)
    config = {"name": name, "optimizer": {"type": "SGD", "args": {"lr": 0.01}}, "epochs": 1, "seed": 0}
    folder = pathlib.Path(root, name)
    build(folder, {**TREE, "config.json": json.dumps(config)})
    return str(folder)


def child(node, key):
    if hasattr(node, "keys"):
        return node[key]
    raise KeyError(key)


def load_config(path, overrides):
    config = json.loads(pathlib.Path(path).read_bytes())
    for override in overrides:
        position = override.index("=")
        *way, key = override[:position].split(".")
        raw = override[position + 1 :]
        parent = functools.reduce(child, way, config)
        child(parent, key)
        try:
            parent[key] = json.loads(raw)
        except json.JSONDecodeError:
            parent[key] = raw
    return config
