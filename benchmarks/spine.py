"""What a batch and a local check cost, as ratios in one run: ``python benchmarks/spine.py``.

Three figures, each a ratio of CPU seconds (user + system, children included) or of wall seconds. Machines are shared
and change their speed within minutes: so what is compared runs in turn, each turn has its ratio, the median counts:

1. ``grade`` of 100 different valid submissions of the gather unit on the process runner, against running pytest on each
   in a fresh interpreter with the same cases and the expected values beside them.
2. The marginal CPU time of one more submission, against calling the student's functions on the same cases in a warm
   interpreter.
3. ``torchgrade check`` of one right file against ``python -c "import torch"``.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from torchgrade.graders.compare.arrays import array
from torchgrade.graders.oracle import Oracle
from torchgrade.graders.packs import load_catalog, load_reference
from torchgrade.graders.plan import ProblemPlan, plan_problem
from torchgrade.problems.values import TensorValue
from torchgrade.sandbox.observe import questions_of
from torchgrade.sandbox.process import ProcessRunner

UNIT = "gather"
SEED = 20261121
GRADE = [sys.executable, "-c", "from torchgrade.cli import main; main()"]


@dataclass(frozen=True)
class Cost:
    """CPU and wall seconds of one command."""

    cpu: float
    wall: float


def cost(command: list[str], *, cwd: Path | None = None, codes: tuple[int, ...] = (0,)) -> Cost:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    if result.returncode not in codes:
        said = f"{result.stdout[-2000:]}\n{result.stderr[-2000:]}"
        raise SystemExit(f"{command[:3]}: exit code {result.returncode}\n{said}")
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Cost(cpu, ended - began)


@dataclass(frozen=True)
class Turn:
    """CPU seconds of one turn: ``grade`` of the whole class, of a tenth of it, and pytest on one submission."""

    many: float
    few: float
    pytest: float


def write_class(folder: Path, count: int, sources: dict[str, str]) -> None:
    """Write right submissions that differ in a comment, so that none is graded by recognising another."""
    for number in range(count):
        student = folder / f"student{number:04d}"
        student.mkdir(parents=True)
        for name, source in sources.items():
            (student / f"{name}.py").write_text(f"# student {number}\n{source}", "utf-8")


TEST_FILE = """
import importlib, pickle, numpy, pytest, torch
import probes_{slug} as probes
from torchgrade.problems.values import Raised
solution = importlib.import_module("{slug}")
with open("{slug}.pickle", "rb") as file:
    cases = pickle.load(file)
def tensors(value):
    if isinstance(value, numpy.ndarray):
        return torch.from_numpy(value.copy())
    if isinstance(value, dict):
        return {{key: tensors(item) for key, item in value.items()}}
    return type(value)(map(tensors, value)) if isinstance(value, list | tuple) else value
def assert_same(actual, expected):
    if isinstance(expected, torch.Tensor):
        torch.testing.assert_close(actual, expected, equal_nan=True)
    elif isinstance(expected, Raised):
        assert actual.type == expected.type
    elif isinstance(expected, dict):
        assert list(actual) == list(expected)
        for key, item in expected.items():
            assert_same(actual[key], item)
    elif isinstance(expected, list | tuple):
        assert len(actual) == len(expected)
        for one, other in zip(actual, expected):
            assert_same(one, other)
    else:
        assert actual == expected
@pytest.mark.parametrize("number", range(len(cases)))
def test_case(number):
    name, inputs, expected = cases[number]
    assert_same(getattr(probes, name).function(solution, **tensors(inputs)), tensors(expected))
"""


def write_pytest(folder: Path, plans: list[ProblemPlan], oracle: Oracle) -> None:
    """Write what a course would have: the same cases with their expected values, and a test for each case."""
    for plan in plans:
        evidence = iter(oracle.expected(plan).evidence)
        cases = [
            (check.spec.probe, as_arrays(case), as_arrays(next(evidence).value))
            for check in plan.checks
            for case in check.cases
        ]
        slug = plan.problem.slug.replace("-", "_")
        (folder / f"{slug}.pickle").write_bytes(pickle.dumps(cases))
        (folder / f"probes_{slug}.py").write_text(plan.problem.checks_source, "utf-8")
        (folder / f"test_{slug}.py").write_text(TEST_FILE.format(slug=slug), "utf-8")


def as_arrays(value: Any) -> Any:
    """Return a value with numpy arrays for its tensors."""
    match value:
        case TensorValue():
            return array(value)
        case list() | tuple():
            return type(value)(map(as_arrays, value))
        case dict():
            return {key: as_arrays(item) for key, item in value.items()}
        case _:
            return value


BARE = """
import sys, time, types
import torch
torch.set_num_threads(1)
from torchgrade.sandbox.worker.child import load_probes
from torchgrade.sandbox.worker.job import questions_from_bytes
from torchgrade.sandbox.worker.prepared import Prepared
jobs = []
for name in sys.argv[2:]:
    cases = Prepared(questions_from_bytes(open(name, 'rb').read()))
    probes, module = load_probes(cases), types.ModuleType('solution')
    exec(open(name + '.py').read(), module.__dict__)
    asked = [probes[check].function for check, count in cases.questions.checks for _ in range(count)]
    jobs.append((module, [(function, cases.take(index, 'cpu')[1]) for index, function in enumerate(asked)]))
def once():
    for module, cases in jobs:
        for function, case in cases:
            function(module, **case)
once()
began = time.process_time()
for _ in range(int(sys.argv[1])):
    once()
print((time.process_time() - began) / int(sys.argv[1]))
"""


def bare_cost(folder: Path, plans: list[ProblemPlan], repeats: int) -> float:
    """Return the CPU seconds of calling the reference on all cases of the unit, warm."""
    names = []
    for plan in plans:
        task = plan.source_task(load_reference(plan.problem).solution)
        names.append(folder / plan.problem.slug)
        names[-1].write_bytes(questions_of(task).to_bytes())
        names[-1].with_suffix(".py").write_text(task.files[0].source, "utf-8")
    command = [sys.executable, "-c", BARE, str(repeats), *map(str, names)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(result.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=100)
    parser.add_argument("--repeats", type=int, default=5)
    arguments = parser.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    problems = [problem for name, problem in load_catalog([]).load_all().items() if name.startswith(f"{UNIT}/")]
    sources = {problem.slug.replace("-", "_"): load_reference(problem).solution for problem in problems}
    runner = ProcessRunner()
    figures: dict[str, float | int | list[float]] = {"submissions": arguments.submissions}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        assignment = folder / "unit.yaml"
        assignment.write_text(
            "format: 1\ntitle: {en: Unit, ko: 단원}\nproblems:\n" + "".join(f"  - {{id: {p.id}}}\n" for p in problems),
            "utf-8",
        )
        write_class(folder / "many", arguments.submissions, sources)
        write_class(folder / "few", arguments.submissions // 10, sources)
        runs = iter(range(1000))

        def grade(which: str) -> float:
            command = [*GRADE, "grade", str(folder / which), "--assignment", str(assignment), "--runner", "process"]
            command += ["--out", str(folder / f"out{next(runs)}"), "--seed", str(SEED), "--progress", "none"]
            return cost(command).cpu

        plans = [plan_problem(problem, seed=SEED) for problem in problems]
        oracle = Oracle(runner)
        tests = folder / "pytest"
        tests.mkdir()
        write_pytest(tests, plans, oracle)
        for slug, source in sources.items():
            (tests / f"{slug}.py").write_text(source, "utf-8")
        pytest = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", "."]
        turns = []
        for _ in range(arguments.repeats):
            before = cost(pytest, cwd=tests).cpu
            many, few = grade("many"), grade("few")
            turns.append(Turn(many=many, few=few, pytest=(before + cost(pytest, cwd=tests).cpu) / 2))
        bare = bare_cost(folder, plans, 20)
        check_file = folder / "many" / "student0000" / "diagonal_3d.py"
        check, plain = [], []
        for _ in range(max(5, arguments.repeats)):
            check.append(cost([*GRADE, "check", str(check_file)], cwd=folder))
            plain.append(cost([sys.executable, "-c", "import torch"]))
    runner.close()
    count = arguments.submissions
    each = statistics.median(turn.many / count for turn in turns)
    marginal = statistics.median((turn.many - turn.few) / (count - count // 10) for turn in turns)
    figures |= {
        "cases_per_submission": sum(len(check.cases) for plan in plans for check in plan.checks),
        "grade_cpu_ms_per_submission": round(1000 * each, 1),
        "pytest_cpu_ms_per_submission": round(1000 * statistics.median(turn.pytest for turn in turns), 1),
        "pytest_over_grade_cpu": round(statistics.median(turn.pytest * count / turn.many for turn in turns), 1),
        "pytest_over_grade_cpu_of_each_turn": [round(turn.pytest * count / turn.many, 1) for turn in turns],
        "marginal_cpu_ms_per_submission": round(1000 * marginal, 1),
        "bare_calls_cpu_ms_per_submission": round(1000 * bare, 1),
        "marginal_over_bare_cpu": round(marginal / bare, 2),
        "check_over_import_torch_wall": round(
            statistics.median(a.wall / b.wall for a, b in zip(check, plain, strict=True)), 2
        ),
        "check_over_import_torch_cpu": round(
            statistics.median(a.cpu / b.cpu for a, b in zip(check, plain, strict=True)), 2
        ),
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
