import json
import os
import tempfile
from itertools import islice

from torchgrade.problems.kit import check, example, st, tensors, torch

NAN, INF = float("nan"), float("inf")
RUNS = ("lr=0.1", "base line", "run-3", "실험 4", "a")
TAGS = ("loss/train", "loss/valid", "loss", "정확도", 'say "hi"', "line\nbreak", " lr ")
VALUES = st.one_of(st.integers(-3, 3), st.floats(-9, 9).map(lambda value: round(value, 4)))


@st.composite
def histories(draw, runs=(1, 4), values=VALUES):
    """Draw what is logged, in order: [run, tag, step, value]. No step comes twice under one tag of a run."""
    names = draw(st.permutations(RUNS))[: draw(st.integers(*runs))]
    lines, used = [], set()
    for run in names:
        count = draw(st.integers(1, 5))
        steps = draw(st.lists(st.integers(0, 120), min_size=count, max_size=count, unique=True))
        tags = draw(st.permutations(TAGS))[:2]
        for step in steps:
            lines.append([run, draw(st.sampled_from(tags)), step, draw(values)])
    return [line for line in draw(st.permutations(lines)) if is_new(line, used)]


def is_new(line, used):
    """Say whether run, tag and step of a line come for the first time, and note them."""
    known = tuple(line[:3]) in used
    used.add(tuple(line[:3]))
    return not known


def log(solution, folder, history):
    loggers = {}
    for run, tag, step, value in history:
        if run not in loggers:
            loggers[run] = solution.ScalarLogger(folder, run)
        loggers[run].add_scalar(tag, value, step)
    return loggers


def read(solution, folder):
    """Return what read() gives, without runs that hold nothing."""
    found = solution.ScalarLogger.read(folder)
    return {
        run: {tag: list(islice(series, 100)) for tag, series in tags.items()}
        for run, tags in found.items()
        if len(tags)
    }


@example(history=[["a", "loss/train", 10, 0.5], ["a", "loss/train", 9, 0.25], ["b", "loss/train", 0, 8]], existing=True)
@example(history=[["a", " lr ", 0, 0.5], ["a", "lr", 0, 0.25]], existing=False)
@check(history=histories(), existing=st.booleans())
def reads_back_what_was_logged(solution, history, existing):
    """read(dir) gives all series by run and tag, sorted by step, while the loggers are still open."""
    folder = os.path.join(tempfile.mkdtemp(), "new", "runs")  # noqa: PTH118
    if existing:
        os.makedirs(os.path.join(folder, history[0][0]))  # noqa: PTH103, PTH118
    loggers = log(solution, folder, history)
    seen = read(solution, folder)
    return {"read": seen, "loggers": len(loggers)}


@check(
    values=tensors("n", dtype=("float32", "float64", "int64"), n=(1, 5)), graph=st.booleans(), whole=st.integers(-5, 5)
)
def tensors_become_floats(solution, values, graph, whole):
    """A tensor that holds one number is recorded as a Python float, also if it has a gradient, and so is an int."""
    folder = tempfile.mkdtemp()
    logger = solution.ScalarLogger(folder, "tensors")
    for step, value in enumerate(values):
        if graph and value.is_floating_point():
            value = value.clone().requires_grad_() * 2
        logger.add_scalar("loss", value, step)
    logger.add_scalar("one element", torch.tensor([whole / 4]), 0)
    logger.add_scalar("int", whole, 0)
    return read(solution, folder)


@example(
    history=[["a", "loss", 1, 0.5], ["a", "loss", 2, 9.0], ["b", "loss", 1, 1.0], ["b", "loss", 2, 2.0]],
    nans=[0, 1],
)
@example(history=[["a", "loss", 1, 3.0], ["b", "loss", 1, -3.0], ["run-3", "loss", 1, 0.0]], nans=[2, 0])
@example(history=[["a", "loss", 1, 0.5], ["b", "loss", 1, 0.5 + 1e-9], ["run-3", "loss", 1, 0.5 - 1e-9]], nans=[1])
@example(history=[["a", "loss", 1, NAN], ["b", "loss", 1, INF], ["b", "acc", 1, -INF], ["a", "acc", 1, NAN]], nans=[1])
@check(
    history=histories(runs=(2, 5), values=st.one_of(st.floats(-9, 9), st.sampled_from((NAN, 7.5)))),
    nans=st.lists(st.integers(0, 9), min_size=1, max_size=3),
)
def best_run(solution, history, nans):
    """best() gives the run with the best value ever logged under the tag; NaN never wins; None for an unknown tag."""
    folder = tempfile.mkdtemp()
    # Under one tag a value comes once, so that no two runs share the best; the tags in use are fewer, to compare more.
    lines, taken = [], set()
    for number, (run, tag, step, value) in enumerate(history):
        if value == value and (tag, value) in taken:
            value = NAN
        taken.add((tag, value))
        lines.append([run, tag, step, value])
        lines.append([run, "shared", step, NAN if number in nans else (number * 29 % 101) - 50.5])
        lines.append([run, "nothing but nan", step, NAN])
    seen = set()
    log(solution, folder, [line for line in lines if is_new(line, seen)])
    best = solution.ScalarLogger.best
    return {
        f"{tag}, {mode}": best(folder, tag, mode)
        for tag in sorted({tag for _, tag, _, _ in history} | {"shared", "nothing but nan", "never logged"})
        for mode in ("min", "max")
    }


@example(history=[["a", "loss", 1, 0.5], ["a", "loss", 2, 0.25]], cut=0, in_a_letter=False)
@example(history=[["a", "loss", 1, 0.5], ["a", "정확도", 2, 0.25]], cut=0, in_a_letter=True)
@check(history=histories(runs=(1, 2)), cut=st.integers(0, 99), in_a_letter=st.booleans())
def one_line_at_a_time(solution, history, cut, in_a_letter):
    """Each call puts one line of JSON into the one file in dir/run at once; a last line that is cut off is ignored."""
    folder = tempfile.mkdtemp()
    lines = []
    loggers = {}
    for number, (run, tag, step, value) in enumerate(history):
        if run not in loggers:
            loggers[run] = solution.ScalarLogger(folder, run)
        loggers[run].add_scalar(tag, value, step)
        lines.append([number, *counted(os.path.join(folder, run))])  # noqa: PTH118
    path = only_file(os.path.join(folder, history[-1][0]))  # noqa: PTH118
    if path is not None:
        with open(path, "rb+") as file:  # noqa: PTH123
            file.truncate(place_to_cut(file.read(100_000), cut, in_a_letter))
    return {"files and lines of JSON in the run's folder, call by call": lines, "read": read(solution, folder)}


def place_to_cut(content, cut, in_a_letter):
    """Return where to cut the last line: cut per cent from its end, or in the middle of its first Korean letter."""
    start = content.rstrip(b"\n").rfind(b"\n") + 1
    line = content[start:]
    letter = next((place for place, byte in enumerate(line) if byte >= 0x80), None)
    if in_a_letter and letter is not None:
        return start + letter + 1
    # Without its newline alone the line would still be whole.
    return max(0, len(content) - 2 - max(0, len(line) - 3) * cut // 100)


def files_in(folder):
    return [os.path.join(where, name) for where, _, names in islice(os.walk(folder), 20) for name in names][:20]  # noqa: PTH118


def only_file(folder):
    return (files_in(folder) or [None])[-1]


def counted(folder):
    """Return how many files a folder holds, and how many whole lines of JSON."""
    files, lines = files_in(folder), 0
    for path in files:
        with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            for line in islice(file, 1000):
                try:
                    json.loads(line)
                    lines += 1
                except ValueError:
                    continue
    return [len(files), lines]
