import importlib
import json
import os
import sys
import tempfile
from itertools import islice

from torchgrade.problems.kit import Raised, attempt, check, example, raises, st

FILES = (
    "train.py",
    "test.py",
    "config.json",
    "data_loader/data_loaders.py",
    "model/model.py",
    "model/loss.py",
    "model/metric.py",
    "trainer/trainer.py",
    "logger/logger.py",
    "utils/util.py",
    "saved/.gitkeep",
)
PACKAGES = ("data_loader", "model", "trainer", "logger", "utils")
MODULES = [path[:-3].replace("/", ".") for path in FILES if path.endswith(".py") and "/" in path]
NAMES = st.one_of(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=4).map(lambda text: f"My_{text}_2"),
    st.sampled_from(("모델_1", "match", "type", "_")),
)


def text_of(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        return file.read()


def write(text, *path):
    with open(os.path.join(*path), "w", encoding="utf-8") as file:  # noqa: PTH118, PTH123
        file.write(text)


def imported(folder):
    """Import the packages of a scaffold from its folder, and leave the interpreter as it was."""
    ours = {*PACKAGES, *MODULES}
    hidden = {name: sys.modules.pop(name) for name in list(sys.modules) if name.split(".")[0] in PACKAGES}
    path, written = list(sys.path), sys.dont_write_bytecode
    sys.path.insert(0, folder)
    sys.dont_write_bytecode = True
    importlib.invalidate_caches()
    found = {}
    try:
        for name in sorted(ours):
            module = attempt(importlib.import_module, name)
            place = getattr(module, "__file__", None)
            if isinstance(module, Raised):
                found[name] = module
            else:
                found[name] = os.path.relpath(os.path.realpath(place), os.path.realpath(folder)) if place else "no file"
    finally:
        sys.path[:], sys.dont_write_bytecode = path, written
        for name in list(sys.modules):
            if name.split(".")[0] in PACKAGES:
                del sys.modules[name]
        sys.modules.update(hidden)
    return found


def listing(root):
    """Return everything below a folder but what Python caches."""
    return sorted(
        os.path.relpath(os.path.join(where, name), root)  # noqa: PTH118
        for where, folders, files in islice(os.walk(root), 100)
        for name in [*folders, *files]
        if "__pycache__" not in os.path.join(where, name)  # noqa: PTH118
    )[:200]


@example(name="mnist", other="cifar")
@example(name="모델_1", other="match")
@check(name=NAMES, other=NAMES.map(lambda name: f"_{name}"))
def builds_the_whole_tree(solution, name, other):
    """All eleven files are there, the packages can be imported, config.json is complete, and the path is returned."""
    root = tempfile.mkdtemp()
    write("the user's", root, "notes.txt")
    path = solution.scaffold(name, root)
    solution.scaffold(other, root)
    folder = os.path.join(root, name)  # noqa: PTH118
    config = json.loads(text_of(folder, "config.json"))
    optimizer = config.get("optimizer", {})
    return {
        "the path is a": type(path).__name__,
        "path": os.path.relpath(os.path.realpath(os.fspath(path)), os.path.realpath(root)),
        "file is there": {file: os.path.isfile(os.path.join(folder, file)) for file in FILES},  # noqa: PTH113, PTH118
        "in root": sorted(os.listdir(root)),  # noqa: PTH208
        "imported from": imported(folder),
        "name in config.json": [config.get("name"), json.loads(text_of(root, other, "config.json")).get("name")],
        "optimizer.type, args.lr, epochs are str, number, int": [
            isinstance(optimizer.get("type"), str),
            isinstance(optimizer.get("args", {}).get("lr"), (int, float)),
            isinstance(config.get("epochs"), int),
        ],
    }


WORDS = st.sampled_from(("Adam", "a=b", "=", "a b", "0.1.2", "True", "None", "x,y", "1e", "한글", "[1", "-", ""))
ODD_WORDS = st.sampled_from((" a ", ".5", "1.", "+5", "1_000", "nan", "007", "'a'"))
VALUES = st.one_of(
    st.integers(-99, 99),
    st.floats(-9, 9).map(lambda value: round(value, 4)),
    st.booleans(),
    st.none(),
    st.lists(st.integers(0, 9), max_size=3),
    st.sampled_from(({"k": 1}, "quoted", "10", "")),
).map(json.dumps)
PATHS = ("name", "epochs", "optimizer.type", "optimizer.args.lr", "optimizer.args.betas", "a.b.c", "a.b.d", "a.e")


def config_file(numbers):
    """Write a config with drawn numbers; return its path."""
    config = {
        "name": f"run {numbers[0]}",
        "optimizer": {"type": "SGD", "args": {"lr": numbers[1] / 8, "betas": [numbers[2], 1]}},
        "epochs": numbers[3],
        "a": {"b": {"c": numbers[4], "d": "한글"}, "e": None, "lr": 5},
        "lr": numbers[0],
    }
    path = os.path.join(tempfile.mkdtemp(), "config.json")  # noqa: PTH118
    write(json.dumps(config, indent=3), path)
    return path


NUMBERS = st.lists(st.integers(0, 99), min_size=5, max_size=5)


@example(numbers=[1, 2, 3, 4, 5], overrides=[["optimizer.args.lr", "0.01"], ["name", "a=b"]])
@example(numbers=[1, 2, 3, 4, 5], overrides=[])
@example(numbers=[1, 2, 3, 4, 5], overrides=[["optimizer.args", '{"lr": 1}'], ["optimizer.args.lr", "10"]])
@example(numbers=[1, 2, 3, 4, 5], overrides=[["optimizer.args.lr", "10"]])
@example(numbers=[1, 2, 3, 4, 5], overrides=[["name", ".5"], ["a.e", "nan"], ["epochs", "+5"], ["a.b.d", "1_000"]])
@example(numbers=[1, 2, 3, 4, 5], overrides=[["name", ""], ["a.e", " a "]])
@example(numbers=[1, 2, 3, 4, 5], overrides=[["epochs", "10"], ["a.b.c", "true"], ["a.e", "Adam"], ["epochs", "20"]])
@check(
    numbers=NUMBERS,
    overrides=st.lists(st.tuples(st.sampled_from(PATHS), st.one_of(WORDS, ODD_WORDS, VALUES)).map(list), max_size=5),
)
def overrides_with_json_types(solution, numbers, overrides):
    """Each a.b=value replaces the value at that place: read as JSON, or a string if it is no JSON. All else stays."""
    return solution.load_config(config_file(numbers), [f"{path}={value}" for path, value in overrides])


BAD_NAMES = st.sampled_from(
    ("../evil", "a/b", "my-project", "1st", "class", "import", "None", "", "a b", "a.b", ".", "/tmp/evil", "abc\n")
)


@example(name="mnist", bad="../evil", what="scaffold", text="mine")
@example(name="mnist", bad="class", what="empty folder", text="mine")
@example(name="mnist", bad="", what="file", text="mine")
@example(name="mnist", bad="abc\n", what="folder", text="mine")
@raises(FileExistsError)
@check(
    name=NAMES,
    bad=BAD_NAMES,
    what=st.sampled_from(("scaffold", "empty folder", "folder", "file")),
    text=st.text("abc\n", min_size=1, max_size=8),
)
def never_overwrites(solution, name, bad, what, text):
    """What is there stays as it is, with FileExistsError; a bad name raises ValueError and makes nothing."""
    outer = tempfile.mkdtemp()
    root = os.path.join(outer, "root")  # noqa: PTH118
    os.mkdir(root)  # noqa: PTH102
    folder = os.path.join(root, name)  # noqa: PTH118
    if what == "file":
        write(text, folder)
    elif what == "scaffold":
        solution.scaffold(name, root)
        write(text, folder, "train.py")
        write(text, folder, "config.json")
    else:
        os.mkdir(folder)  # noqa: PTH102
        if what == "folder":
            write(text, folder, "notes.txt")
            write(text, folder, "train.py")
    before = listing(outer)
    again = attempt(solution.scaffold, name, root)
    after_again = listing(outer)
    refused = attempt(solution.scaffold, bad, root)
    kept = {file: text_of(outer, file) for file in before if os.path.isfile(os.path.join(outer, file))}  # noqa: PTH113, PTH118
    mine = [file for file, content in kept.items() if content == text]
    return {
        "again": again,
        "bad name": refused,
        "new after the second scaffold": [one for one in after_again if one not in before],
        "new after the bad name": [one for one in listing(outer) if one not in after_again],
        "still holds the user's text": mine,
        "text": text,
    }


TYPOS = st.sampled_from(
    (
        "learning_rate",
        "optimizer.lr",
        "optimizer.args.momentum",
        "a.c",
        "a.b.x",
        "A.b.c",
        "x.y.z",
        "c",
        "type",
        "a.b.x.y",
        "epochs.x",
        "name.r",
        "a.b.d.한",
        "a.e.x",
        "optimizer.args.betas.0",
    )
)


@example(numbers=[1, 2, 3, 4, 5], good="epochs", value="7", typo="optimizer.lr", position=1)
@example(numbers=[1, 2, 3, 4, 5], good="epochs", value="7", typo="epochs.x", position=1)
@example(numbers=[1, 2, 3, 4, 5], good="epochs", value="7", typo="name.r", position=0)
@example(numbers=[1, 2, 3, 4, 5], good="a.b.c", value="7", typo="optimizer.args.betas.0", position=0)
@check(numbers=NUMBERS, good=st.sampled_from(PATHS), value=VALUES, typo=TYPOS, position=st.integers(0, 1))
def typos_and_the_file(solution, numbers, good, value, typo, position):
    """A key that is not there raises KeyError, on any level; the file and configs that were read before stay."""
    path = config_file(numbers)
    overrides = [f"{good}={value}"]
    first = solution.load_config(path, overrides)
    seen = {"config": json.loads(json.dumps(first))}
    wrong = list(overrides)
    wrong.insert(position, f"{typo}={value}")
    seen["typo"] = attempt(solution.load_config, path, wrong)
    seen["read again without overrides"] = solution.load_config(path, [])
    seen["first config afterwards"] = first
    seen["file"] = text_of(path)
    seen["files beside it"] = sorted(os.listdir(os.path.dirname(path)))  # noqa: PTH120, PTH208
    seen["overrides"] = overrides
    return seen
