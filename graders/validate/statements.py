"""Statements: their printed examples must be what the reference prints."""

from __future__ import annotations

import doctest
import re

from torchgrade.graders.evidence import read_reply
from torchgrade.graders.plan import ProblemPlan, plan_with_cases
from torchgrade.graders.problem import CheckSpec, Problem
from torchgrade.graders.results import Visibility
from torchgrade.graders.text import Text
from torchgrade.graders.validate.bench import Bench
from torchgrade.graders.validate.findings import Finding
from torchgrade.problems.kit import Probe
from torchgrade.sandbox.decode import Malformed
from torchgrade.sandbox.protocol import Task

MIN_EXAMPLES = 2
_FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
_FENCE = re.compile(r"```(?:python|py|pycon)?\n(.*?)```", re.DOTALL)

# Runs in the worker like any probe: the statement's examples against the reference, returning what was printed.
_PROBE = '''
from torchgrade.problems.kit import check, st


@check(text=st.text())
def examples(solution, text):
    """Run a statement's examples."""
    import contextlib, doctest, io, sys, traceback
    import torch
    names = {"torch": torch, "nn": torch.nn, "F": torch.nn.functional, **vars(solution)}
    printed = []
    for example in doctest.DocTestParser().get_examples(text):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            try:
                exec(compile(example.source, "<example>", "single"), names)
            except Exception as error:
                out.write("Traceback (most recent call last):\\n    ...\\n")
                out.write("".join(traceback.format_exception_only(type(error), error)))
        printed.append(out.getvalue())
    return printed
'''


def count_examples(problem: Problem) -> list[Finding]:
    """Return the statements that have too few examples, or not the same ones in both languages."""
    findings = []
    counts = {name: sum(bool(example.want) for example in _all(text)) for name, text in _statements(problem).items()}
    for where, count in counts.items():
        if count < MIN_EXAMPLES:
            message = f"worked examples (>>> lines with a result) in ```python blocks: {count}; "
            findings.append(Finding(where=where, message=f"{message}give at least {MIN_EXAMPLES}"))
    english, korean = _statements(problem)
    if counts[english] != counts[korean] and not findings:
        message = f"has {counts[korean]} worked examples, and statement.md has {counts[english]}; show the same"
        findings.append(Finding(where=korean, message=message))
    return findings


def check_statements(bench: Bench, reference: str) -> list[Finding]:
    """Return the examples of both statements that the reference does not bear out."""
    problem = bench.problem
    findings = []
    for where, text in _statements(problem).items():
        if _all(text):
            findings += _run(bench, problem, reference, where, text)
    return findings


def _statements(problem: Problem) -> dict[str, str]:
    folder = f"problems/{problem.id}"
    return {f"{folder}/statement.md": problem.statement.en, f"{folder}/statement.ko.md": problem.statement.ko}


def _all(text: str) -> list[doctest.Example]:
    """Return the examples of the fenced blocks, ``lineno`` counted in the text from 1.

    Only these count: ``` after an example's output would belong to the output otherwise.
    """
    parser = doctest.DocTestParser()
    examples = []
    for block in _FENCE.finditer(text):
        try:
            found = parser.get_examples(block.group(1))
        except ValueError:
            continue
        for example in found:
            example.lineno += text.count("\n", 0, block.start(1)) + 1
        examples += found
    return examples


def _run(bench: Bench, problem: Problem, reference: str, where: str, text: str) -> list[Finding]:
    examples = _all(text)
    code = "\n".join(f">>> {example.source.rstrip()}".replace("\n", "\n... ") for example in examples)
    plan = _plan(problem, code)
    task = plan.source_task(reference)
    task = Task(
        files=task.files,
        entry_points=task.entry_points,
        checks_source=_PROBE,
        checks=task.checks,
        cases=task.cases,
        limits=task.limits,
    )
    observation = bench.oracle.observe(task)
    (case,) = observation.cases
    if case.reply is None:
        return [Finding(where=where, message=f"its examples could not be run: {case.reason}")]
    try:
        printed = read_reply(case.reply).value
    except Malformed as error:
        return [Finding(where=where, message=f"its examples could not be run: {error}")]
    if not isinstance(printed, list):
        return [Finding(where=where, message=f"its examples could not be run: {printed}")]
    findings = []
    checker = doctest.OutputChecker()
    for example, got in zip(examples, printed, strict=False):
        got = str(got)
        if example.exc_msg is not None:
            right = example.exc_msg.split(":")[0] in got
        else:
            right = checker.check_output(example.want, got, _FLAGS)
        if not right:
            findings.append(
                Finding(
                    where=f"{where}:{example.lineno}",
                    message=f"`{example.source.strip()}` prints {got.strip()!r}, not {example.want.strip()!r}",
                )
            )
    return findings


def _plan(problem: Problem, code: str) -> ProblemPlan:
    spec = CheckSpec(
        id="examples", probe="examples", points=1, visibility=Visibility.PUBLIC, cases=1, title=Text("examples", "예시")
    )
    probe = Probe("examples", print, {"text": None}, "")
    return ProblemPlan(problem, (plan_with_cases(spec, probe, ({"text": code},)),))
