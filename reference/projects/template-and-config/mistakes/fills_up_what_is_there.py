"""
en: Files that are there are kept, but scaffold goes on and puts its own beside them, without a word. It has to
    raise FileExistsError.
ko: 있던 파일은 두지만 아무 말 없이 그 옆에 나머지 파일을 만듭니다. FileExistsError를 내야 합니다.
"""

import json
import keyword
from pathlib import Path

CODE = {
    "data_loader": ["data_loaders"],
    "model": ["model", "loss", "metric"],
    "trainer": ["trainer"],
    "logger": ["logger"],
    "utils": ["util"],
}


def scaffold(name, root):
    if not name.isidentifier() or keyword.iskeyword(name):
        raise ValueError(f"{name!r} is no valid Python name")
    project = Path(root) / name
    project.mkdir(exist_ok=True)  # raises FileExistsError, and so nothing can be overwritten below
    for folder, modules in CODE.items():
        (project / folder).mkdir(exist_ok=True)
        for module in ["__init__", *modules]:
            (project / folder / f"{module}.py").touch()
    (project / "saved").mkdir(exist_ok=True)
    for file in ("train.py", "test.py", "saved/.gitkeep"):
        (project / file).touch()
    config = {"name": name, "optimizer": {"type": "SGD", "args": {"lr": 0.1}}, "epochs": 10}
    if not (project / "config.json").exists():
        (project / "config.json").write_text(json.dumps(config, indent=2))
    return str(project)


def load_config(path, overrides):
    config = json.loads(Path(path).read_text(encoding="utf-8"))
    for override in overrides:
        keys, _, text = override.partition("=")  # at the first = only
        try:
            value = json.loads(text)
        except json.JSONDecodeError:
            value = text
        *parents, last = keys.split(".")
        place = config
        for key in [*parents, last]:
            if not isinstance(place, dict) or key not in place:
                raise KeyError(keys)  # a typo must not make a new key
            parent, place = place, place[key]
        parent[last] = value
    return config
