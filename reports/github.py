"""What GitHub Actions shows: a job summary, annotations on lines, and output that can't give commands.

A runner reads commands from whatever a step prints, and renders a summary as markdown and HTML. So a student's text is
either in a code fence longer than any fence inside it, or escaped sign by sign, and printed output stands between
``::stop-commands::`` lines. The reader is the student: only what ``visibility.for_student`` leaves is said.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from torchgrade.graders.results import CheckResult, ProblemResult, Results, SubmissionResult, SubmissionStatus, Verdict
from torchgrade.graders.text import Language, Text
from torchgrade.reports import labels
from torchgrade.reports.clean import clean, one_line, shorten
from torchgrade.reports.visibility import for_student, is_group

MAX_SUMMARY_BYTES = 1_000_000
"""GitHub drops a summary of more than 1 MiB (1,048,576 bytes) altogether; other steps' parts don't count."""
MAX_ANNOTATIONS = 10
"""Of one type and step; GitHub drops the rest without a word."""
MAX_BLOCK = 4_000
_MAX_MESSAGE = 1_000

Level = Literal["error", "warning", "notice"]


class _Annotation(NamedTuple):
    level: Level
    title: str
    message: str
    file: str | None = None
    line: int | None = None


def summary(
    results: Results,
    *,
    due_passed: bool = False,
    titles: Mapping[str, Text] | None = None,
    language: Language = "en",
    max_bytes: int = MAX_SUMMARY_BYTES,
) -> str:
    """Return the job summary in markdown, cut between two entries when it would be too long."""
    more = "\n_The rest did not fit here; the full report is in the run's files._\n"
    parts: list[str] = []
    left = max_bytes - len(more.encode("utf-8"))
    for part in _summary_parts(results, due_passed=due_passed, titles=titles or {}, language=language):
        size = len(part.encode("utf-8"))
        if size > left:
            parts.append(more)
            break
        parts.append(part)
        left -= size
    return "".join(parts)


def annotations(
    results: Results, *, due_passed: bool = False, files: Mapping[str, str] | None = None, language: Language = "en"
) -> tuple[str, ...]:
    """Return workflow commands, the most important first: at most ten of a type, the last of which counts the rest.

    ``files`` gives each problem's file by problem id, relative to the checkout; without it an annotation has no place.
    """
    found = [
        annotation
        for submission in results.submissions
        for annotation in _annotations_of(for_student(submission, due_passed=due_passed), files or {}, language)
    ]
    lines: list[str] = []
    for level in ("error", "warning", "notice"):
        # A line number is worth more than none, since only that shows beside the code.
        group = sorted((a for a in found if a.level == level), key=lambda a: a.line is None)
        if len(group) > MAX_ANNOTATIONS:
            rest = len(group) - (MAX_ANNOTATIONS - 1)
            message = f"{rest} more of this kind are in the job summary."
            group = [*group[: MAX_ANNOTATIONS - 1], _Annotation(level, f"{rest} more", message)]
        lines += [_command(annotation) for annotation in group]
    return tuple(lines)


def fence_output(text: str, token: str) -> str:
    """Return untrusted output between ``::stop-commands::`` and its end, so that no line of it is a command.

    ``token`` must be fresh and random for each call. Raises ``ValueError`` for a token that is too short to be
    unguessable, that has odd characters, or that the text holds.
    """
    text = clean(text)
    if not re.fullmatch(r"[A-Za-z0-9-]{16,}", token):
        raise ValueError("the token must be at least 16 letters, digits or hyphens")
    if token.lower() in text.lower():
        raise ValueError("the output holds the token; take a fresh one")
    end = "" if not text or text.endswith("\n") else "\n"
    return f"::stop-commands::{token}\n{text}{end}::{token}::\n"


def fenced(text: str, *, limit: int = MAX_BLOCK) -> str:
    """Return text as a markdown code block that nothing in it can close."""
    text = shorten(clean(text), limit)
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text.rstrip()}\n{fence}\n"


def escaped(text: str) -> str:
    """Return one line of text that markdown and HTML show as it is, also in a table."""
    return _MARKDOWN.sub(lambda sign: f"&#{ord(sign[0])};", one_line(text))


_MARKDOWN = re.compile(r"[!-/:-@\[-`{-~]")  # all of ASCII's punctuation


def _summary_parts(
    results: Results, *, due_passed: bool, titles: Mapping[str, Text], language: Language
) -> Iterator[str]:
    """Yield pieces that each are whole markdown, so that the text may end after any of them."""
    yield f"## {escaped(results.run.assignment)}\n\n"
    for unfiltered in results.submissions:
        submission = for_student(unfiltered, due_passed=due_passed)
        yield _submission_head(submission, titles, language)
        for problem in submission.problems:
            yield from _problem_parts(problem, titles, language)


def _submission_head(submission: SubmissionResult, titles: Mapping[str, Text], language: Language) -> str:
    score = f"{labels.number(submission.score)} / {labels.number(submission.max_score)}"
    lines = [f"### {escaped(submission.student)}: {score}", ""]
    if submission.status is not SubmissionStatus.GRADED:
        lines += [f"**{labels.STATUSES[submission.status].get(language)}**", ""]
    if submission.late_days:
        lines += [f"{submission.late_days} days late" if language == "en" else f"{submission.late_days}일 지각", ""]
    for notice in submission.notices:
        lines += [f"> {escaped(shorten(one_line(notice), _MAX_MESSAGE))}", ""]
    if submission.problems:
        header = ("problem", "points", "") if language == "en" else ("문제", "점수", "")
        lines += [f"| {' | '.join(header)} |", "| --- | ---: | --- |"]
    for problem in submission.problems:
        standing = labels.standing(problem)
        points = f"{labels.number(problem.score)} / {problem.max_score}"
        word = f"{labels.STANDING_GLYPHS[standing]} {labels.STANDINGS[standing].get(language)}"
        lines.append(f"| {_title(problem.id, titles, language)} | {points} | {word} |")
    return "\n".join(lines) + "\n\n"


def _problem_parts(problem: ProblemResult, titles: Mapping[str, Text], language: Language) -> Iterator[str]:
    broken = [rule for rule in problem.rules if not rule.ok]
    told = [check for check in problem.checks if check.verdict is not Verdict.PASSED or is_group(check)]
    if not broken and not told:
        return
    yield f"#### {_title(problem.id, titles, language)}\n\n"
    for rule in broken:
        place = "" if rule.line is None else f" (line {rule.line})" if language == "en" else f" ({rule.line}번째 줄)"
        sign = "!" if problem.rules_only_warn else "✗"
        yield f"- {sign} **{escaped(rule.rule)}**{place}: {escaped(rule.message.get(language))}\n"
    for check in told:
        yield _check_part(check, language)
    for diagnosis in problem.diagnosis:
        yield f"\n> {escaped(shorten(one_line(diagnosis.message.get(language)), _MAX_MESSAGE))}\n\n"
    yield "\n"


def _check_part(check: CheckResult, language: Language) -> str:
    sign = "·" if is_group(check) else labels.glyph(check.verdict)
    word = "" if is_group(check) else f" ({labels.VERDICTS[check.verdict].get(language)})"
    points = "–" if check.verdict is Verdict.NOT_GRADED else str(check.score)
    title = escaped(check.title.get(language)) or escaped(check.id)
    part = f"\n{sign} **{title}**{word} {points}/{check.max_score}\n\n"
    message = one_line(check.message.get(language))
    if message:
        part += f"{escaped(shorten(message, _MAX_MESSAGE))}\n\n"
    if check.counterexample is not None:
        fields = (
            ("case", check.counterexample.case),
            ("expected", check.counterexample.expected),
            ("actual", check.counterexample.actual),
            ("difference", labels.difference(check)),
        )
        told = "\n".join(f"{name}: {shorten(clean(text), MAX_BLOCK // 4)}" for name, text in fields if text)
        part += fenced(told) + "\n"
    return part


def _annotations_of(
    submission: SubmissionResult, files: Mapping[str, str], language: Language
) -> Iterator[_Annotation]:
    if submission.status is SubmissionStatus.NOT_GRADED:
        yield _Annotation("warning", "Not graded", "Something of the grader's failed; run the job again.")
    for problem in submission.problems:
        file = files.get(problem.id)
        for rule in problem.rules:
            if not rule.ok:
                level: Level = "warning" if problem.rules_only_warn else "error"
                yield _Annotation(level, f"{problem.id}: {rule.rule}", rule.message.get(language), file, rule.line)
        for check in problem.checks:
            if check.verdict is Verdict.PASSED or is_group(check):
                continue
            level = "warning" if check.verdict in (Verdict.BLOCKED, Verdict.NOT_GRADED) else "error"
            title = f"{problem.id}: {check.title.get(language)}"
            yield _Annotation(level, title, check.message.get(language) or check.verdict.value, file)
    score = f"{labels.number(submission.score)}/{labels.number(submission.max_score)}"
    yield _Annotation("notice", "torchgrade", f"{submission.student}: {score}")


def _command(annotation: _Annotation) -> str:
    properties = {
        "file": annotation.file,
        "line": None if annotation.line is None or annotation.file is None else str(annotation.line),
        "title": shorten(one_line(annotation.title), 200),
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value is not None)
    return f"::{annotation.level} {written}::{_data(shorten(clean(annotation.message), _MAX_MESSAGE))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")


def _title(problem_id: str, titles: Mapping[str, Text], language: Language) -> str:
    title = titles.get(problem_id)
    return escaped(title.get(language) if title is not None else problem_id)
