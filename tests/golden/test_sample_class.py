"""The sample class, graded from end to end: every verdict is pinned, and the same seed gives the same bytes.

When a problem of the bank changes on purpose: ``python examples/build_class.py``, then run this file with
``TORCHGRADE_WRITE_GOLDEN=1`` and read the difference.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from torchgrade.reports.schema import schema

ROOT = Path(__file__).parents[2]
CLASS = ROOT / "examples" / "class"
ASSIGNMENT = ROOT / "examples" / "sample-class.yaml"
GOLDEN = Path(__file__).with_name("sample_class.json")
KILLS = 20

pytestmark = pytest.mark.timeout(1200)


def command(submissions: Path, assignment: Path, out: Path, *more: str) -> list[str]:
    return [
        *(sys.executable, "-c", "from torchgrade.cli import main; main()", "grade", str(submissions)),
        *("--assignment", str(assignment), "--runner", "process", "--out", str(out)),
        *("--seed", "1", "--progress", "none", "--fail-under", "0", *more),
    ]


def grade(submissions: Path, assignment: Path, out: Path) -> dict[str, Any]:
    result = subprocess.run(command(submissions, assignment, out), capture_output=True, text=True, check=False)
    assert 0 == result.returncode, result.stderr
    loaded: dict[str, Any] = json.loads((out / "results.json").read_text("utf-8"))
    return loaded


def verdicts(results: dict[str, Any]) -> dict[str, Any]:
    """Return what the golden file pins: status, score, and per problem its status, verdicts and known mistakes."""
    return {
        submission["student"]: {
            "status": submission["status"],
            "score": submission["score"],
            "problems": {
                problem["id"]: {
                    "status": problem["status"],
                    "verdicts": {check["id"]: check["verdict"] for check in problem["checks"]},
                    "mistakes": [one["mistake"] for one in problem["diagnosis"]],
                    "rules": [rule["rule"] for rule in problem["rules"] if not rule["ok"]],
                }
                for problem in submission["problems"]
            },
        }
        for submission in results["submissions"]
    }


def without_times(results: dict[str, Any]) -> str:
    """Return the results without what the contract lets differ: the run, times and machine facts."""
    plain = json.loads(json.dumps(results))
    del plain["run"]
    for submission in plain["submissions"]:
        del submission["seconds"]
        for problem in submission["problems"]:
            for check in problem["checks"]:
                del check["seconds"]
    return json.dumps(plain, ensure_ascii=False, indent=1)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    out = tmp_path_factory.mktemp("sample") / "out"
    return out, grade(CLASS, ASSIGNMENT, out)


def test_every_verdict_of_the_sample_class_is_pinned(sample: tuple[Path, dict[str, Any]]) -> None:
    found = verdicts(sample[1])
    if os.environ.get("TORCHGRADE_WRITE_GOLDEN"):
        GOLDEN.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")

    assert json.loads(GOLDEN.read_text("utf-8")) == found


def test_results_and_lines_fit_their_schemas(sample: tuple[Path, dict[str, Any]]) -> None:
    out, results = sample

    jsonschema.Draft202012Validator(schema("results")).validate(results)
    lines = (out / "results.jsonl").read_text("utf-8").splitlines()
    assert len(results["submissions"]) == len(lines)
    for line in lines:
        jsonschema.Draft202012Validator(schema("submission")).validate(json.loads(line))


def test_the_problem_and_assignment_files_fit_their_schemas() -> None:
    import yaml

    for path in (ROOT / "problems").glob("*/*/problem.yaml"):
        jsonschema.Draft202012Validator(schema("problem")).validate(yaml.safe_load(path.read_text("utf-8")))
    jsonschema.Draft202012Validator(schema("assignment")).validate(yaml.safe_load(ASSIGNMENT.read_text("utf-8")))


def test_no_student_page_shows_a_hidden_check(sample: tuple[Path, dict[str, Any]]) -> None:
    out, results = sample
    hidden = {
        check["id"]
        for submission in results["submissions"]
        for problem in submission["problems"]
        for check in problem["checks"]
        if check["visibility"] == "hidden"
    }
    pages = list((out / "students").glob("*.html"))

    assert len(results["submissions"]) == len(pages)
    for page in pages:
        text = page.read_text("utf-8")
        assert not {name for name in hidden if name in text}


@pytest.fixture(scope="module")
def small_class(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a few quick submissions and an assignment of two problems."""
    folder = tmp_path_factory.mktemp("small")
    submissions = folder / "class"
    submissions.mkdir()
    for name in ("ada", "hana", "ivan", "kofi", "sam"):
        shutil.copytree(CLASS / name, submissions / name)
    for name in ("rosa.py", "uma.py", "quinn.zip"):
        shutil.copy(CLASS / name, submissions / name)
    assignment = folder / "small.yaml"
    assignment.write_text(
        "format: 1\ntitle: {en: Small, ko: 작은 과제}\n"
        "problems: [{id: gather/column-and-diagonal}, {id: gather/diagonal-3d}]\n",
        "utf-8",
    )
    return submissions, assignment


def test_the_same_seed_gives_the_same_bytes(small_class: tuple[Path, Path], tmp_path: Path) -> None:
    first, second = (grade(*small_class, tmp_path / name) for name in ("first", "second"))

    assert without_times(first) == without_times(second)


def test_killed_at_twenty_random_moments_nothing_is_lost_and_nothing_graded_twice(
    small_class: tuple[Path, Path], tmp_path: Path
) -> None:
    whole = grade(*small_class, tmp_path / "whole")
    out = tmp_path / "killed"
    rng = random.Random(20261121)
    graded: dict[str, str] = {}
    for _ in range(KILLS):
        process = subprocess.Popen(
            command(*small_class, out, "--jobs", "1"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            process.wait(rng.uniform(0.3, 6.0))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        now = stored(out)
        # A result that was there before the kill is there after it, to the letter: never lost, never graded again.
        assert graded.items() <= now.items()
        graded = now
    final = grade(*small_class, out)

    assert without_times(whole) == without_times(final)
    assert graded.items() <= stored(out).items()


def stored(out: Path) -> dict[str, str]:
    """Return the journal's problem results as text, seconds included: a second grading would change those."""
    import sqlite3

    if not (out / "run.db").exists():
        return {}
    deadline = time.monotonic() + 10
    while True:
        try:
            with sqlite3.connect(out / "run.db") as connection:
                rows = connection.execute("SELECT submission_key, problem, seconds, result FROM problem_result")
                found = {f"{key} {problem}": f"{seconds} {result}" for key, problem, seconds, result in rows}
            connection.close()
            return found
        except sqlite3.OperationalError as error:
            connection.close()
            if "no such table" in str(error):
                return {}
            if time.monotonic() > deadline:
                raise
