"""The example pack, of another subject: it is valid, and graded by a pack's name alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from torchgrade.graders.packs import load_assignment, load_catalog, load_pack, load_reference
from torchgrade.graders.validate import Effort, validate_problem
from torchgrade.sandbox.process import ProcessRunner

PACK = Path(__file__).parents[2] / "examples" / "pack"
PROBLEMS = load_pack(PACK).problems


def test_it_has_two_problems_and_an_assignment_of_both() -> None:
    assert ["stats/running-median", "text/caesar"] == list(PROBLEMS)

    assignment = load_assignment("first", load_catalog([PACK]), [PACK])

    assert set(PROBLEMS) == {assigned.problem.id for assigned in assignment.problems}


@pytest.mark.parametrize("name", PROBLEMS)
def test_its_problem_is_valid(name: str) -> None:
    problem = PROBLEMS[name]
    runner = ProcessRunner()

    report = validate_problem(problem, load_reference(problem), runner, Effort(seeds=2, mutants=False))

    runner.close()
    assert [] == [f"{finding.where}: {finding.message}" for finding in report.findings]


def test_a_right_submission_gets_all_points_and_a_wrong_one_the_tutors_words(tmp_path: Path) -> None:
    for student, solutions in {
        "right": {"caesar": "alternatives/by_jamo.py", "running-median": "alternatives/slices.py"},
        "wrong": {"caesar": "mistakes/next_syllable.py", "running-median": "mistakes/upper_middle.py"},
    }.items():
        (tmp_path / "class" / student).mkdir(parents=True)
        for slug, solution in solutions.items():
            unit = next(problem.unit for problem in PROBLEMS.values() if problem.id.endswith(slug))
            source = (PACK / "reference" / unit / slug / solution).read_text("utf-8")
            (tmp_path / "class" / student / f"{slug}.py").write_text(source, "utf-8")

    done = subprocess.run(
        [
            *(sys.executable, "-c", "from torchgrade.cli import main; main()", "grade", "class", "--out", "out"),
            *("--pack", str(PACK), "--assignment", "first", "--runner", "process", "--progress", "none"),
        ],
        cwd=tmp_path,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=250,
        check=False,
    )

    assert 1 == done.returncode, done.stderr
    results = json.loads((tmp_path / "out" / "results.json").read_text("utf-8"))
    right, wrong = sorted(results["submissions"], key=lambda submission: str(submission["student"]))
    assert right["max_score"] == right["score"]
    assert {
        "text/caesar": ["next_syllable"],
        "stats/running-median": ["upper_middle"],
    } == {problem["id"]: [one["mistake"] for one in problem["diagnosis"]] for problem in wrong["problems"]}
    assert 0 < wrong["score"] < wrong["max_score"]
