"""The class page and the students' pages: each one file, no script, nothing loaded from anywhere.

Both languages are in every page; two radio buttons choose which one shows. The student's page is made from
``visibility.for_student`` only.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from torchgrade.graders.results import (
    ProblemResult,
    Results,
    RunInfo,
    SubmissionResult,
    SubmissionStatus,
    Verdict,
    Visibility,
)
from torchgrade.graders.text import Language, Text
from torchgrade.reports import labels
from torchgrade.reports.clean import clean, shorten
from torchgrade.reports.grades_csv import problem_ids
from torchgrade.reports.names import page_names
from torchgrade.reports.visibility import for_student, is_group

BINS = 10
MAX_BLOCK = 20_000
"""Characters shown of one counterexample or output; a page must open on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One student's standing in one problem."""

    standing: str
    score: str
    max_score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the class table."""

    submission: SubmissionResult
    page: str
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRate:
    """How many of those who were judged passed one check."""

    check: str
    title: Text
    visibility: Visibility
    judged: int
    passed: int

    @property
    def percent(self) -> int:
        """Return the share that passed, rounded."""
        return round(100 * self.passed / self.judged) if self.judged else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One problem as a column: its mean share of the points."""

    problem: str
    title: Text
    max_score: int
    mean_percent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassSummary:
    """The numbers above the table. Means are over students with a score; ``bins`` count them by percent."""

    students: int
    by_status: dict[SubmissionStatus, int]
    max_score: float | int
    mean: float | None
    median: float | None
    bins: tuple[int, ...]


def class_page(results: Results, *, titles: Mapping[str, Text] | None = None, language: Language = "en") -> str:
    """Return ``index.html``, for staff: every student and problem, with links to the students' pages."""
    problems = problem_ids(results)
    pages = page_names(submission.student for submission in results.submissions)
    return (
        _environment()
        .get_template("class.html")
        .render(
            language=language,
            run=results.run,
            summary=summarise(results.submissions),
            columns=[_column(problem, results.submissions, titles or {}) for problem in problems],
            rows=[_row(submission, problems, pages) for submission in results.submissions],
            rates=_check_rates(results, problems),
        )
    )


def student_page(
    run: RunInfo,
    submission: SubmissionResult,
    *,
    due_passed: bool,
    titles: Mapping[str, Text] | None = None,
    language: Language = "en",
) -> str:
    """Return one student's page, with nothing of a hidden check but how many there are and their points."""
    return (
        _environment()
        .get_template("student.html")
        .render(
            language=language,
            run=run,
            submission=for_student(submission, due_passed=due_passed),
            titles={problem.id: _title(problem.id, titles or {}) for problem in submission.problems},
        )
    )


def student_pages(
    results: Results,
    *,
    due_passed: bool,
    titles: Mapping[str, Text] | None = None,
    language: Language = "en",
) -> dict[str, str]:
    """Return the page of every student by its path below the run's folder."""
    pages = page_names(submission.student for submission in results.submissions)
    return {
        f"students/{pages[submission.student]}.html": student_page(
            results.run, submission, due_passed=due_passed, titles=titles, language=language
        )
        for submission in results.submissions
    }


def summarise(submissions: Sequence[SubmissionResult]) -> ClassSummary:
    """Return the class in numbers; a submission without a score counts in none of the means."""
    known = [
        (submission.score, submission.max_score)
        for submission in submissions
        if submission.score is not None and math.isfinite(submission.score)
    ]
    scores = [score for score, _ in known]
    shares = [score / max_score for score, max_score in known if max_score > 0]
    bins = [0] * BINS
    for share in shares:
        bins[min(max(int(share * BINS), 0), BINS - 1)] += 1
    return ClassSummary(
        students=len(submissions),
        by_status={status: sum(s.status is status for s in submissions) for status in SubmissionStatus},
        max_score=max((submission.max_score for submission in submissions), default=0),
        mean=statistics.fmean(scores) if scores else None,
        median=float(statistics.median(scores)) if scores else None,
        bins=tuple(bins),
    )


def _column(problem_id: str, submissions: Sequence[SubmissionResult], titles: Mapping[str, Text]) -> Column:
    found = [p for submission in submissions for p in submission.problems if p.id == problem_id]
    shares = [p.score / p.max_score for p in found if p.score is not None and p.max_score]
    return Column(
        problem=problem_id,
        title=_title(problem_id, titles),
        max_score=max(p.max_score for p in found),
        mean_percent=round(100 * statistics.fmean(shares)) if shares else None,
    )


def _row(submission: SubmissionResult, problems: Sequence[str], pages: Mapping[str, str]) -> Row:
    by_id = {problem.id: problem for problem in submission.problems}
    missing = submission.status is SubmissionStatus.MISSING
    return Row(
        submission=submission,
        page=f"students/{quote(pages[submission.student])}.html",
        cells=tuple(_cell(by_id.get(problem), missing=missing) for problem in problems),
    )


def _cell(problem: ProblemResult | None, *, missing: bool) -> Cell | None:
    if problem is None:
        return None
    standing = "missing" if missing else labels.standing(problem)
    return Cell(standing=standing, score=labels.number(problem.score), max_score=str(problem.max_score))


def _check_rates(results: Results, problems: Sequence[str]) -> list[tuple[str, list[CheckRate]]]:
    """Return the rates by problem, in the assignment's order."""
    groups = []
    for problem_id in problems:
        found = [
            p
            for submission in results.submissions
            if submission.status is not SubmissionStatus.MISSING
            for p in submission.problems
            if p.id == problem_id
        ]
        first = {check.id: check for problem in found for check in reversed(problem.checks)}
        rates = []
        for check_id in dict.fromkeys(check.id for problem in found for check in problem.checks):
            verdicts = [c.verdict for problem in found for c in problem.checks if c.id == check_id]
            judged = [verdict for verdict in verdicts if verdict is not Verdict.NOT_GRADED]
            rates.append(
                CheckRate(
                    check=check_id,
                    title=first[check_id].title,
                    visibility=first[check_id].visibility,
                    judged=len(judged),
                    passed=sum(verdict is Verdict.PASSED for verdict in judged),
                )
            )
        if rates:
            groups.append((problem_id, rates))
    return groups


def _title(problem_id: str, titles: Mapping[str, Text]) -> Text:
    return titles.get(problem_id) or Text(problem_id, problem_id)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
        keep_trailing_newline=True,
    )
    environment.filters["number"] = labels.number
    environment.filters["block"] = lambda text: shorten(clean(text), MAX_BLOCK)
    environment.globals.update(
        difference=labels.difference,
        glyph=labels.glyph,
        is_group=is_group,
        standing=labels.standing,
        verdicts=labels.VERDICTS,
        statuses=labels.STATUSES,
        visibilities=labels.VISIBILITIES,
        standings=labels.STANDINGS,
        standing_glyphs=labels.STANDING_GLYPHS,
        style=Markup(_template("style.css")),  # ours, and it must not be escaped
    )
    return environment


def _finalize(value: object) -> object:
    """Clean every piece of text on its way into a page; escaping follows."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _template(name: str) -> str:
    return files("torchgrade.reports").joinpath("templates", name).read_text(encoding="utf-8")
