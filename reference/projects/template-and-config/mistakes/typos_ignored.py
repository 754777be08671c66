"""
en: Unknown keys are skipped silently. The user believes that the run used his value. Raise KeyError.
ko: 없는 키를 조용히 건너뜁니다. 사용자는 자기 값으로 학습했다고 믿게 됩니다. KeyError를 내세요.
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
    project.mkdir()  # raises FileExistsError, and so nothing can be overwritten below
    for folder, modules in CODE.items():
        (project / folder).mkdir()
        for module in ["__init__", *modules]:
            (project / folder / f"{module}.py").touch()
    (project / "saved").mkdir()
    for file in ("train.py", "test.py", "saved/.gitkeep"):
        (project / file).touch()
    config = {"name": name, "optimizer": {"type": "SGD", "args": {"lr": 0.1}}, "epochs": 10}
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
        for key in parents:
            place = place.get(key, {})
        if last in place:
            place[last] = value
    return config
