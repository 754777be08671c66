"""junit.xml: one suite a student and problem, one test case a check, for CI systems.

A wrong answer is a failure; a crash, a limit and anything that could not be graded is an error, so that our own trouble
never shows green; a check that was not run because of another is skipped. Points are properties.
"""

from __future__ import annotations

import math
from typing import assert_never
from xml.etree import ElementTree

from torchgrade.graders.results import CheckResult, ProblemResult, Results, SubmissionResult, SubmissionStatus, Verdict
from torchgrade.reports.clean import clean, one_line
from torchgrade.reports.labels import number


def render(results: Results) -> str:
    """Return the run as JUnit XML."""
    root = ElementTree.Element("testsuites", name=one_line(results.run.assignment), timestamp=results.run.started)
    for submission in results.submissions:
        if submission.problems:
            root.extend(_problem_suite(submission, problem) for problem in submission.problems)
        else:
            root.append(_empty_suite(submission))
    _count(root)
    root.set("time", _seconds(sum(submission.seconds for submission in results.submissions)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _problem_suite(submission: SubmissionResult, problem: ProblemResult) -> ElementTree.Element:
    student = one_line(submission.student)
    suite = ElementTree.Element("testsuite", name=f"{student} / {one_line(problem.id)}")
    _properties(suite, {"student": student, "points": number(problem.score), "max_points": number(problem.max_score)})
    for check in problem.checks:
        suite.append(_case(check, classname=f"{student}.{one_line(problem.id)}"))
    suite.set("time", _seconds(sum(check.seconds for check in problem.checks)))
    _count(suite)
    for tag, text in (("system-out", problem.stdout), ("system-err", problem.stderr)):
        if text:
            ElementTree.SubElement(suite, tag).text = clean(text)
    return suite


def _empty_suite(submission: SubmissionResult) -> ElementTree.Element:
    """Return a suite for a submission without problems: missing, rejected as a whole, or never graded."""
    student = one_line(submission.student)
    suite = ElementTree.Element("testsuite", name=student, time=_seconds(submission.seconds))
    _properties(
        suite,
        {"student": student, "points": number(submission.score), "max_points": number(submission.max_score)},
    )
    case = ElementTree.SubElement(suite, "testcase", name="submission", classname=student, time="0.000")
    notices = "\n".join(clean(notice) for notice in submission.notices)
    match submission.status:
        case SubmissionStatus.MISSING:
            _outcome(case, "failure", kind="missing", message="nothing was handed in", text=notices)
        case SubmissionStatus.REJECTED:
            _outcome(case, "error", kind="rejected", message="the submission was rejected", text=notices)
        case SubmissionStatus.NOT_GRADED:
            _outcome(case, "error", kind="not_graded", message="the submission could not be graded", text=notices)
        case SubmissionStatus.GRADED:
            pass  # an assignment without problems
        case _:
            assert_never(submission.status)
    _count(suite)
    return suite


def _case(check: CheckResult, *, classname: str) -> ElementTree.Element:
    case = ElementTree.Element("testcase", name=one_line(check.id), classname=classname, time=_seconds(check.seconds))
    case.set("assertions", str(check.cases))
    _properties(
        case,
        {
            "points": str(check.score),
            "max_points": str(check.max_score),
            "visibility": check.visibility.value,
            "verdict": check.verdict.value,
        },
    )
    match check.verdict:
        case Verdict.PASSED:
            pass
        case Verdict.FAILED:
            _outcome(case, "failure", kind=check.verdict.value, message=check.message.en, text=_details(check))
        case Verdict.BLOCKED:
            _outcome(case, "skipped", kind=None, message=check.message.en, text="")
        case (
            Verdict.ERROR
            | Verdict.TIMEOUT
            | Verdict.MEMORY_LIMIT
            | Verdict.OUTPUT_LIMIT
            | Verdict.VIOLATION
            | Verdict.NOT_GRADED
        ):
            _outcome(case, "error", kind=check.verdict.value, message=check.message.en, text=_details(check))
        case _:
            assert_never(check.verdict)
    return case


def _outcome(case: ElementTree.Element, tag: str, *, kind: str | None, message: str, text: str) -> None:
    outcome = ElementTree.SubElement(case, tag, message=one_line(message))
    if kind is not None:
        outcome.set("type", kind)
    if text:
        outcome.text = text


def _details(check: CheckResult) -> str:
    lines = [clean(check.message.en), clean(check.message.ko)]
    if check.counterexample is not None:
        for name in ("case", "expected", "actual", "difference"):
            lines.append(f"{name}: {clean(getattr(check.counterexample, name))}")
    return "\n".join(line for line in lines if line)


def _properties(parent: ElementTree.Element, values: dict[str, str]) -> None:
    properties = ElementTree.SubElement(parent, "properties")
    for name, value in values.items():
        ElementTree.SubElement(properties, "property", name=name, value=value)


def _count(element: ElementTree.Element) -> None:
    found = list(element.iter("testcase"))
    element.set("tests", str(len(found)))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(attribute, str(sum(case.find(tag) is not None for case in found)))


def _seconds(value: float) -> str:
    return f"{value:.3f}" if math.isfinite(value) else "0.000"
