"""The bank: every problem passes every right answer and fails every wrong one, on a few seeds. The whole gate, with
mutants and hundreds of seeds, is ``torchgrade validate``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from torchgrade.graders.packs import find_assignments, load_assignment, load_catalog, load_reference
from torchgrade.graders.validate import Effort, Severity, validate_problem
from torchgrade.sandbox.process import ProcessRunner

CATALOG = load_catalog([])
POINTS_OF_A_UNIT = 100


@pytest.fixture(scope="module")
def runner() -> Iterator[ProcessRunner]:
    runner = ProcessRunner()
    yield runner
    runner.close()


@pytest.mark.parametrize("name", CATALOG.ids)
def test_the_problem_is_valid(name: str, runner: ProcessRunner) -> None:
    problem = CATALOG.problem(name)

    report = validate_problem(problem, load_reference(problem), runner, Effort(seeds=2, mutants=False))

    assert [] == [
        f"{finding.where}: {finding.message}" for finding in report.findings if finding.severity is Severity.ERROR
    ]


@pytest.mark.parametrize("name", find_assignments())
def test_the_assignment_loads(name: str) -> None:
    assert load_assignment(name, CATALOG).problems


def test_the_bank_has_sixty_problems_and_a_hundred_points_in_each_unit() -> None:
    problems = CATALOG.load_all()
    points: dict[str, int] = {}
    for problem in problems.values():
        points[problem.unit] = points.get(problem.unit, 0) + problem.points

    assert 60 == len(problems)
    assert {POINTS_OF_A_UNIT} == set(points.values()), points
