import json
from pathlib import Path


def scaffold(name, root):
    """Make the folder root/name with the files of the template; return its path."""
    # 1. Is the name valid? Is there something already?
    # 2. Folders, files, an __init__.py for every package, and config.json.
    raise NotImplementedError("scaffold is not written yet / 아직 작성하지 않았습니다")


def load_config(path, overrides):
    """Read a JSON config and apply overrides such as "optimizer.args.lr=0.01"."""
    # 1. Read the file.
    # 2. For each override: where does the value go, and what type has it?
    raise NotImplementedError("load_config is not written yet / 아직 작성하지 않았습니다")
