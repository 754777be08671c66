"""``torchgrade ci``: grade the checkout we stand in, and tell GitHub (or a log) about it."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from torchgrade.commands.console import out, say
from torchgrade.commands.exits import Exit
from torchgrade.commands.grade import GradeOptions, exit_code, run_in_memory
from torchgrade.graders.intake import read_one
from torchgrade.graders.problem import Assignment
from torchgrade.graders.results import ProblemResult, Results
from torchgrade.graders.submission import Intake, Submission
from torchgrade.graders.text import Language
from torchgrade.reports import github, junit_xml
from torchgrade.reports.files import write_text
from torchgrade.reports.terminal import problem_result
from torchgrade.reports.visibility import for_student


@dataclass(frozen=True, slots=True, kw_only=True)
class CiOptions:
    """The flags of ``ci``, parsed."""

    path: Path
    assignment: str
    packs: tuple[Path, ...] = ()
    runner: str = "docker"
    isolation: str = "container"
    device: str = "cpu"
    seed: int | None = None
    fail_under: float | None = None
    language: Language = "en"
    junit: Path | None = None


def run(options: CiOptions) -> Exit:
    """Grade one checkout and report it where it can be seen."""
    submission = read_one(options.path, student=_name())
    assignment, results = run_in_memory(_grade_options(options), Intake(submissions=(submission,)))
    _say_results(results, assignment, submission, options)
    if options.junit is not None:
        visible = Results(
            run=results.run, submissions=tuple(for_student(one, due_passed=False) for one in results.submissions)
        )
        write_text(options.junit, junit_xml.render(visible))
        say(f"wrote {options.junit}")
    return exit_code(results.submissions, options.fail_under)


def _grade_options(options: CiOptions) -> GradeOptions:
    return GradeOptions(
        submissions=options.path,
        assignment=options.assignment,
        out=Path(),
        packs=options.packs,
        runner=options.runner,
        isolation=options.isolation,
        device=options.device,
        seed=options.seed,
        jobs=1,
        progress="none",
        language=options.language,
    )


def _name() -> str:
    """Return what to call the student: a repository's name says it on GitHub, a folder's name elsewhere."""
    return os.environ.get("GITHUB_ACTOR") or "checkout"


def _say_results(results: Results, assignment: Assignment, submission: Submission, options: CiOptions) -> None:
    titles = {one.problem.id: one.problem.title for one in assignment.problems}
    (result,) = (for_student(one, due_passed=False) for one in results.submissions)
    # Whatever the student printed is shown between these two lines, so that it can't become a workflow command.
    token = secrets.token_hex(16)
    on_github = "GITHUB_ACTIONS" in os.environ
    console = out()
    if on_github:
        print(f"::stop-commands::{token}", flush=True)  # noqa: T201
    for problem in result.problems:
        console.print(problem_result(problem, title=titles.get(problem.id), language=options.language))
    for notice in result.notices:
        say(f"note: {notice}")
    if on_github:
        print(f"::{token}::", flush=True)  # noqa: T201
        files = _files(result.problems, assignment, submission)
        for line in github.annotations(results, due_passed=False, files=files, language=options.language):
            print(line, flush=True)  # noqa: T201
    score = "not graded" if result.score is None else f"{result.score}/{result.max_score}"
    console.print(f"score: {score}", markup=False)
    _append("GITHUB_STEP_SUMMARY", github.summary(results, due_passed=False, titles=titles, language=options.language))
    if result.score is not None:
        _append("GITHUB_OUTPUT", f"score={result.score}\nmax_score={result.max_score}\n")


def _files(problems: tuple[ProblemResult, ...], assignment: Assignment, submission: Submission) -> dict[str, str]:
    """Return the file that each problem was found in, for annotations."""
    from torchgrade.graders.locate import Located, locate

    found = {}
    for assigned in assignment.problems:
        located = locate(assigned.problem, submission)
        if isinstance(located, Located):
            found[assigned.problem.id] = next(iter(located.files.values()))
    return {problem.id: found[problem.id] for problem in problems if problem.id in found}


def _append(variable: str, text: str) -> None:
    """Append to the file that GitHub names in a variable, where it does."""
    name = os.environ.get(variable)
    if name:
        with Path(name).open("a", encoding="utf-8") as file:
            file.write(text)
