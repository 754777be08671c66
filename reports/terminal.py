"""What a person sees in a terminal: one problem after a local check, and a class in a table.

Everything that comes from a student goes through ``clean`` and into ``rich.text.Text``, never through rich's markup.
Each colour stands beside a sign and a word, so that nothing is lost without colour.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Styled

from torchgrade.graders.results import (
    CheckResult,
    Counterexample,
    ProblemResult,
    Results,
    RuleResult,
    SubmissionResult,
    SubmissionStatus,
    Verdict,
)
from torchgrade.graders.text import Language, Text
from torchgrade.reports import labels
from torchgrade.reports.clean import clean, one_line, shorten
from torchgrade.reports.grades_csv import problem_ids
from torchgrade.reports.visibility import is_group

MAX_BLOCK = 4_000
"""Characters shown of one counterexample field or output."""

_COLOURS = {
    Verdict.PASSED: "green",
    Verdict.FAILED: "red",
    Verdict.BLOCKED: "dim",
    Verdict.NOT_GRADED: "magenta",
}
_STANDING_COLOURS = {
    "full": "green",
    "partial": "yellow",
    "none": "red",
    "rejected": "magenta",
    "not_graded": "magenta",
    "missing": "dim",
}
_WORDS = {
    "rule": Text("rule", "규칙"),
    "line": Text("line", "줄"),
    "diagnosis": Text("This looks like a known mistake", "자주 나오는 실수와 같습니다"),
    "case": Text("case", "입력"),
    "expected": Text("expected", "기대한 값"),
    "actual": Text("yours", "제출한 답"),
    "difference": Text("difference", "차이"),
    "counterexample": Text("counterexample", "반례"),
    "hint": Text("Hint", "힌트"),
    "points": Text("points", "점"),
    "solved": Text("Solved. Well done!", "모두 통과했습니다. 잘했어요!"),
    "first": Text("Start with", "먼저 볼 것"),
    "student": Text("student", "학생"),
    "status": Text("status", "상태"),
    "score": Text("score", "점수"),
}


def problem_result(
    problem: ProblemResult,
    *,
    title: Text | None = None,
    hint: Text | None = None,
    when_solved: Text | None = None,
    language: Language = "en",
) -> RenderableType:
    """Return one problem's checks, the first counterexample in a panel, and what to look at next.

    The caller passes what its reader may see; ``visibility.problem_for_student`` says what that is. The hint is shown
    only while something is left to do; ``when_solved`` replaces the praise where more checks will come.
    """
    name = one_line(title.get(language)) if title is not None else one_line(problem.id)
    parts: list[RenderableType] = [_heading(problem, name, language)]
    parts += [_rule_line(rule, language, warns=problem.rules_only_warn) for rule in problem.rules if not rule.ok]
    parts.append(_check_table(problem, language))
    shown = next((check for check in problem.checks if check.counterexample is not None), None)
    if shown is not None and shown.counterexample is not None:
        parts.append(_counterexample_panel(shown, shown.counterexample, language))
    parts += [_diagnosis_panel(diagnosis.message, language) for diagnosis in problem.diagnosis]
    for label, output in (("stdout", problem.stdout), ("stderr", problem.stderr)):
        if output.strip():
            parts.append(Panel(Styled(_block(output)), title=label, title_align="left", border_style="dim"))
    parts.append(_next_step(problem, hint, when_solved, language))
    return Group(*parts)


def class_summary(results: Results, *, language: Language = "en") -> RenderableType:
    """Return the table of students and problems, and one line that counts them."""
    problems = problem_ids(results)
    table = Table(header_style="bold")
    table.add_column(_word("student", language), no_wrap=True)
    table.add_column(_word("score", language), justify="right", no_wrap=True)
    # Numbers for headings, with a legend below: names of problems would make a class of ten unreadable.
    for number, _ in enumerate(problems, 1):
        table.add_column(str(number), no_wrap=True)
    for submission in results.submissions:
        by_id = {problem.id: problem for problem in submission.problems}
        table.add_row(
            Styled(one_line(submission.student)),
            _total(submission),
            *(_class_cell(submission, by_id.get(problem)) for problem in problems),
        )
    legend = [Styled(f"{number:>3}  {one_line(problem)}", style="dim") for number, problem in enumerate(problems, 1)]
    return Group(table, *legend, _class_line(results, language))


def _heading(problem: ProblemResult, name: str, language: Language) -> Styled:
    standing = labels.standing(problem)
    line = Styled()
    line.append(f"{labels.STANDING_GLYPHS[standing]} {name}", style="bold")
    line.append("  ")
    line.append(
        f"{labels.number(problem.score)}/{problem.max_score} {_word('points', language)}"
        f" ({labels.STANDINGS[standing].get(language)})",
        style=_STANDING_COLOURS[standing],
    )
    return line


def _rule_line(rule: RuleResult, language: Language, *, warns: bool) -> Styled:
    place = "" if rule.line is None else f", {_word('line', language)} {rule.line}"
    sign, colour = ("!", "yellow") if warns else ("✗", "red")
    line = Styled(f"  {sign} {_word('rule', language)} {one_line(rule.rule)}{place}: ", style=colour)
    line.append(clean(rule.message.get(language)), style="default")
    return line


def _check_table(problem: ProblemResult, language: Language) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")  # an ellipsis would eat the last letter of a full line of Korean
    table.add_column(justify="right", no_wrap=True)
    for check in problem.checks:
        colour = "dim" if is_group(check) else _COLOURS.get(check.verdict, "yellow")
        said = Styled(one_line(check.title.get(language)) or one_line(check.id))
        if check.verdict is not Verdict.PASSED or is_group(check):
            message = clean(check.message.get(language))
            if message:
                said.append(f"\n{message}", style="dim")
        sign = "·" if is_group(check) else labels.glyph(check.verdict)
        word = "" if is_group(check) else labels.VERDICTS[check.verdict].get(language)
        points = "–" if check.verdict is Verdict.NOT_GRADED else str(check.score)
        table.add_row(
            Styled(f"  {sign}", style=colour), Styled(word, style=colour), said, Styled(f"{points}/{check.max_score}")
        )
    return table


def _counterexample_panel(check: CheckResult, counterexample: Counterexample, language: Language) -> Panel:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(ratio=1, overflow="fold")
    for name, text in (
        ("case", counterexample.case),
        ("expected", counterexample.expected),
        ("actual", counterexample.actual),
        ("difference", labels.difference(check)),
    ):
        if text:
            grid.add_row(Styled(_word(name, language)), Styled(_block(text)))
    asked = one_line(check.title.get(language)) or one_line(check.id)
    title = Styled(f"{_word('counterexample', language)}: {asked}", overflow="ellipsis")
    return Panel(grid, title=title, title_align="left", border_style="red")


def _diagnosis_panel(message: Text, language: Language) -> Panel:
    return Panel(
        Styled(clean(message.get(language))),
        title=_word("diagnosis", language),
        title_align="left",
        border_style="blue",
    )


def _next_step(problem: ProblemResult, hint: Text | None, when_solved: Text | None, language: Language) -> Styled:
    undone = next((c for c in problem.checks if c.verdict is not Verdict.PASSED and not is_group(c)), None)
    broken = any(not rule.ok for rule in problem.rules)
    if undone is None and not broken:
        # Hidden checks may still cost points, and then nothing here says that the work is done.
        whole = problem.score is not None and problem.score >= problem.max_score
        said = when_solved.get(language) if when_solved is not None else _word("solved", language)
        return Styled(said, style="green") if whole else Styled("")
    line = Styled()
    if undone is not None:
        line.append(f"→ {_word('first', language)}: ", style="bold")
        line.append(one_line(undone.title.get(language)) or one_line(undone.id))
    if hint is not None and (undone is None or undone.max_score):  # a note beside the points says enough itself
        line.append("\n" if undone is not None else "")
        line.append(f"→ {_word('hint', language)}: ", style="bold")
        line.append(clean(hint.get(language)))
    return line


def _total(submission: SubmissionResult) -> Styled:
    return Styled(f"{labels.number(submission.score)}/{labels.number(submission.max_score)}", style="bold")


def _class_cell(submission: SubmissionResult, problem: ProblemResult | None) -> Styled:
    if submission.status is SubmissionStatus.MISSING:
        standing = "missing"
    elif problem is None:
        return Styled("")
    else:
        standing = labels.standing(problem)
    text = labels.STANDING_GLYPHS[standing]
    if problem is not None and standing in ("full", "partial", "none"):
        text += f" {problem.score}"
    return Styled(text, style=_STANDING_COLOURS[standing])


def _class_line(results: Results, language: Language) -> Styled:
    counts = [
        f"{sum(s.status is status for s in results.submissions)} {labels.STATUSES[status].get(language)}"
        for status in SubmissionStatus
        if any(s.status is status for s in results.submissions)
    ]
    total = len(results.submissions)
    plural = "s" if language == "en" and total != 1 else ""
    return Styled(f"{_word('student', language)}{plural}: {total} ({', '.join(counts)})")


def _word(name: str, language: Language) -> str:
    return _WORDS[name].get(language)


def _block(text: str) -> str:
    return shorten(clean(text), MAX_BLOCK).rstrip("\n")
