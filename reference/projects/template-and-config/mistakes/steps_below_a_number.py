"""
en: epochs.x asks a number for the key x, which ends in a TypeError, as does betas.0 with a list. Look whether the
    value on the way is a dict before you go on below it; if not, it is a KeyError like every other typo.
ko: epochs.x처럼 숫자에서 키 x를 찾으면 TypeError가 납니다. list인 betas.0도 그렇습니다. 한 단계 내려가기 전에 dict인지
    확인하고, 아니면 다른 오타와 똑같이 KeyError를 내세요.
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
    (project / "config.json").write_text(json.dumps(config))
    return str(project)


def load_config(path, overrides):
    config = json.loads(Path(path).read_bytes())
    for override in overrides:
        keys, _, text = override.partition("=")  # at the first = only
        try:
            value = json.loads(text)
        except json.JSONDecodeError:
            value = text
        *parents, last = keys.split(".")
        place = config
        for key in parents:
            place = place[key]
        place[last]  # raises KeyError where the key is not there
        place[last] = value
    return config
