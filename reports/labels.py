"""The fixed words of the reports, in both languages, and the sign beside each verdict."""

from __future__ import annotations

import math
from typing import assert_never

from torchgrade.graders.results import CheckResult, ProblemResult, ProblemStatus, SubmissionStatus, Verdict, Visibility
from torchgrade.graders.text import Text

VERDICTS = {
    Verdict.PASSED: Text("passed", "통과"),
    Verdict.FAILED: Text("failed", "실패"),
    Verdict.ERROR: Text("error", "오류"),
    Verdict.TIMEOUT: Text("too slow", "시간 초과"),
    Verdict.MEMORY_LIMIT: Text("too much memory", "메모리 초과"),
    Verdict.OUTPUT_LIMIT: Text("too much output", "출력 초과"),
    Verdict.VIOLATION: Text("not allowed", "금지된 동작"),
    Verdict.BLOCKED: Text("not run", "실행 안 함"),
    Verdict.NOT_GRADED: Text("not graded", "채점 안 됨"),
}

STATUSES = {
    SubmissionStatus.GRADED: Text("graded", "채점됨"),
    SubmissionStatus.MISSING: Text("missing", "미제출"),
    SubmissionStatus.REJECTED: Text("rejected", "반려"),
    SubmissionStatus.NOT_GRADED: Text("not graded", "채점 안 됨"),
}

VISIBILITIES = {
    Visibility.PUBLIC: Text("public", "공개"),
    Visibility.AFTER_DUE: Text("shown after the due date", "마감 후 공개"),
    Visibility.HIDDEN: Text("hidden", "비공개"),
}


def difference(check: CheckResult) -> str:
    """Return how the answers of the counterexample differ; nothing where the check's message, shown above, says it."""
    found = check.counterexample
    return "" if found is None or found.difference == check.message.en else found.difference


def glyph(verdict: Verdict) -> str:
    """Return ✓, ✗ or ! for one verdict; words always stand beside it."""
    match verdict:
        case Verdict.PASSED:
            return "✓"
        case Verdict.FAILED:
            return "✗"
        case Verdict.ERROR | Verdict.TIMEOUT | Verdict.MEMORY_LIMIT | Verdict.OUTPUT_LIMIT | Verdict.VIOLATION:
            return "!"
        case Verdict.BLOCKED:
            return "–"
        case Verdict.NOT_GRADED:
            return "?"
        case _:
            assert_never(verdict)


def standing(problem: ProblemResult) -> str:
    """Return ``full``, ``partial``, ``none``, ``rejected`` or ``not_graded``: how one problem went, in one word."""
    match problem.status:
        case ProblemStatus.NOT_GRADED:
            return "not_graded"
        case ProblemStatus.REJECTED:
            return "rejected"
        case ProblemStatus.GRADED:
            if problem.score is None:
                return "not_graded"
            if problem.score >= problem.max_score:
                return "full"
            return "partial" if problem.score > 0 else "none"
        case _:
            assert_never(problem.status)


STANDINGS = {
    "full": Text("full points", "만점"),
    "partial": Text("some points", "부분 점수"),
    "none": Text("no points", "0점"),
    "rejected": Text("rejected", "반려"),
    "not_graded": Text("not graded", "채점 안 됨"),
    "missing": Text("missing", "미제출"),
}

STANDING_GLYPHS = {"full": "✓", "partial": "◐", "none": "✗", "rejected": "!", "not_graded": "?", "missing": "–"}


def number(value: float | int | None) -> str:
    """Return points as people write them: ``3``, ``2.5``, ``–`` for what was not graded."""
    if value is None or not math.isfinite(value):
        return "–"
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
