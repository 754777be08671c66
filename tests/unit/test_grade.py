"""Who shares results with whom: the same code runs once, and nobody gets what another's upload deserved."""

from __future__ import annotations

from pathlib import Path

import pytest

from torchgrade.graders.grade import Run, grade
from torchgrade.graders.intake import read_submissions
from torchgrade.graders.journal import Journal
from torchgrade.graders.judging import BrokenJudge
from torchgrade.graders.locate import Located, locate
from torchgrade.graders.oracle import Oracle
from torchgrade.graders.packs import load_catalog
from torchgrade.graders.plan import ProblemPlan
from torchgrade.graders.problem import AssignedProblem, Assignment, Problem
from torchgrade.graders.results import RunInfo, SubmissionResult, SubmissionStatus, Verdict
from torchgrade.graders.submission import Fault, Submission
from torchgrade.graders.text import Text
from torchgrade.sandbox.process import ProcessRunner

PACK = Path(__file__).parents[1] / "attacks" / "pack"
INFO = RunInfo(
    id="r",
    assignment="hw",
    seed=1,
    runner="process",
    isolation="none",
    device="cpu",
    engine="",
    image=None,
    torch="",
    torchgrade="",
    started="2026-01-01T00:00:00Z",
    finished=None,
    complete=False,
)


class Heard:
    """A Progress that remembers."""

    def __init__(self) -> None:
        self.results: dict[str, SubmissionResult] = {}

    def finished(self, result: SubmissionResult, *, resumed: bool) -> None:
        self.results[result.student] = result


def graded(submissions: Path, out: Path) -> dict[str, SubmissionResult]:
    problem = load_catalog([PACK]).problem("wall/double")
    assignment = Assignment(id="hw", title=Text("hw", "hw"), problems=(AssignedProblem(problem=problem),))
    runner = ProcessRunner()  # starts nothing: no submission here gets as far as a sandbox
    intake, heard = read_submissions(submissions), Heard()
    with Journal.open(out) as journal:
        journal.begin(INFO, "plan", [one.student for one in intake.submissions])
        run = Run(assignment, (ProblemPlan(problem, ()),), Oracle(runner), runner, journal)
        grade(run, intake, jobs=1, progress=heard)
    return heard.results


def verdicts(result: SubmissionResult) -> set[Verdict]:
    return {check.verdict for problem in result.problems for check in problem.checks}


def test_nobody_reads_the_names_of_anothers_files(tmp_path: Path) -> None:
    for student in ("ada", "bob"):
        (tmp_path / "in" / student).mkdir(parents=True)
        (tmp_path / "in" / student / f"{student}-secret.pdf").write_bytes(b"%PDF")

    results = graded(tmp_path / "in", tmp_path / "out")

    told = {student: result.problems[0].checks[0].message.en for student, result in results.items()}
    assert "ada-secret.pdf" in told["ada"]
    assert "bob-secret.pdf" in told["bob"]
    assert "ada" not in told["bob"]


@pytest.mark.parametrize("mallory", ["a-mallory", "z-mallory"])  # whoever comes first is graded
def test_a_link_beside_the_same_code_is_only_its_own_students_violation(tmp_path: Path, mallory: str) -> None:
    for student in (mallory, "kim"):
        (tmp_path / "in" / student).mkdir(parents=True)
        (tmp_path / "in" / student / "notes.py").write_text("x = 1\n")
    (tmp_path / "in" / mallory / "link.py").symlink_to("notes.py")

    results = graded(tmp_path / "in", tmp_path / "out")

    assert {Verdict.VIOLATION} == verdicts(results[mallory])
    assert {Verdict.ERROR} == verdicts(results["kim"])  # its file has no `double`


def test_a_judge_that_an_answer_confuses_is_named_without_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in" / "ada").mkdir(parents=True)
    (tmp_path / "in" / "ada" / "notes.py").write_text("x = 1\n")

    def confused(*_: object) -> None:
        raise BrokenJudge("doubles", "words that somebody chose")

    monkeypatch.setattr("torchgrade.graders.grade.locate", confused)

    result = graded(tmp_path / "in", tmp_path / "out")["ada"]

    assert SubmissionStatus.NOT_GRADED is result.status
    said = result.problems[0].checks[0].message.en
    assert "the judge of doubles" in said
    assert "somebody" not in said


def test_a_mistake_of_ours_costs_nobody_and_does_not_end_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for student in ("ada", "mallory", "zoe"):
        (tmp_path / "in" / student).mkdir(parents=True)
        (tmp_path / "in" / student / "notes.py").write_text(f"x = '{student}'\n")

    def stumbling(problem: Problem, submission: Submission) -> Located | tuple[Fault, ...]:
        if submission.student == "mallory":
            raise RecursionError("<script>words that somebody chose</script>")
        return locate(problem, submission)

    monkeypatch.setattr("torchgrade.graders.grade.locate", stumbling)

    results = graded(tmp_path / "in", tmp_path / "out")

    assert SubmissionStatus.NOT_GRADED is results["mallory"].status
    assert results["mallory"].score is None
    said = results["mallory"].problems[0].checks[0].message.en
    assert "RecursionError in test_grade.py" in said
    assert "script" not in said
    assert {Verdict.ERROR} == verdicts(results["ada"]) == verdicts(results["zoe"])
