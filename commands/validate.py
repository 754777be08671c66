"""``torchgrade validate``: the author's gate over problems, packs and assignments."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rich.text import Text

from torchgrade.commands.catalog import catalog
from torchgrade.commands.console import out
from torchgrade.commands.exits import Exit
from torchgrade.graders.packs import (
    Catalog,
    PackError,
    UnknownProblem,
    find_assignments,
    load_assignment,
    load_reference,
)
from torchgrade.graders.packs.catalog import scan_builtin_pack
from torchgrade.graders.validate import Effort, Finding, Severity, ValidationReport, validate_problem
from torchgrade.sandbox.process import ProcessRunner

QUICK_SEEDS = 3


def run(names: Sequence[str], packs: Sequence[Path], *, seeds: int | None, quick: bool, jobs: int) -> Exit:
    """Validate the named problems, or all of the given packs, or all of ours; print what is wrong."""
    problems = catalog(packs)
    effort = Effort(seeds=seeds or (QUICK_SEEDS if quick else 200), mutants=not quick)
    wanted, reports = _wanted(names, problems, packs)
    console = out()
    runner = ProcessRunner()
    try:
        with ThreadPoolExecutor(jobs) as pool:
            for report in pool.map(lambda name: _validate(problems, name, runner, effort), wanted):
                reports.append(report)
                console.print(_lines(report), soft_wrap=True)
    finally:
        runner.close()
    if not names:
        report = _assignments(problems, packs)
        reports.append(report)
        console.print(_lines(report), soft_wrap=True)
    bad = [report for report in reports if not report.ok]
    warnings = sum(finding.severity is Severity.WARNING for report in reports for finding in report.findings)
    console.print(Text(f"{len(reports) - len(bad)} valid, {len(bad)} invalid, {warnings} warnings"))
    return Exit.INVALID_PACK if bad else Exit.OK


def _wanted(names: Sequence[str], problems: Catalog, packs: Sequence[Path]) -> tuple[list[str], list[ValidationReport]]:
    if names:
        found = []
        for name in names:
            unit = [one for one in problems.ids if one.startswith(f"{name}/")]
            found += unit or [problems.resolve(name)]
        return found, []
    if packs:
        builtin = scan_builtin_pack().problems_root
        return [name for name in problems.ids if problems.pack_of(name).problems_root != builtin], []
    return list(problems.ids), []


def _validate(problems: Catalog, name: str, runner: ProcessRunner, effort: Effort) -> ValidationReport:
    findings: list[Finding] = []
    problem = reference = None
    try:
        problem = problems.problem(name)
    except PackError as error:
        findings += [Finding(where=f"{one.path}:{one.line}", message=one.message) for one in error.mistakes]
    except UnknownProblem as error:
        findings.append(Finding(where=name, message=str(error)))
    if problem is not None:
        try:
            reference = load_reference(problem)
        except PackError as error:
            findings += [Finding(where=f"{one.path}:{one.line}", message=one.message) for one in error.mistakes]
    if problem is None or reference is None:
        return ValidationReport(problem=name, findings=tuple(findings), numbers={})
    return validate_problem(problem, reference, runner, effort)


def _assignments(problems: Catalog, packs: Sequence[Path]) -> ValidationReport:
    findings: list[Finding] = []
    names = find_assignments(list(packs))
    for name in names:
        try:
            load_assignment(name, problems, list(packs))
        except PackError as error:
            findings += [Finding(where=f"{one.path}:{one.line}", message=one.message) for one in error.mistakes]
        except LookupError as error:
            findings.append(Finding(where=name, message=str(error)))
    return ValidationReport(problem="assignments", findings=tuple(findings), numbers={"assignments": len(names)})


def _lines(report: ValidationReport) -> Text:
    sign, colour = ("✓", "green") if report.ok else ("✗", "red")
    numbers = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in report.numbers.items())
    text = Text.assemble((sign, colour), f" {report.problem}", (f"  {numbers}" if numbers else "", "dim"))
    for finding in report.findings:
        text.append(f"\n    {finding.severity}: {finding.where}: {finding.message}")
    return text
