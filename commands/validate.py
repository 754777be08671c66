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
    find_assignments,
    load_assignment,
)
from torchgrade.graders.packs.catalog import PackFolder, scan_builtin_pack
from torchgrade.graders.validate import (
    Effort,
    Finding,
    Severity,
    ValidationReport,
    found_in_pack,
    validate_named,
)
from torchgrade.sandbox.process import ProcessRunner

QUICK_SEEDS = 3


def run(names: Sequence[str], packs: Sequence[Path], *, seeds: int | None, quick: bool, jobs: int) -> Exit:
    """Validate the named problems, or all of the given packs, or all of ours; print what is wrong."""
    problems = catalog(packs)
    effort = Effort(seeds=seeds or (QUICK_SEEDS if quick else 200), mutants=not quick)
    console = out()
    reports = []

    def tell(report: ValidationReport) -> None:
        reports.append(report)
        console.print(_lines(report), soft_wrap=True)

    runner = ProcessRunner()
    try:
        with ThreadPoolExecutor(jobs) as pool:
            wanted = _wanted(names, problems, packs)
            for report in pool.map(lambda name: validate_named(problems, name, runner, effort), wanted):
                tell(report)
    finally:
        runner.close()
    if not names:
        tell(_folders(problems, packs))
        tell(_assignments(problems, packs))
    bad = [report for report in reports if not report.ok]
    warnings = sum(finding.severity is Severity.WARNING for report in reports for finding in report.findings)
    console.print(Text(f"{len(reports) - len(bad)} valid, {len(bad)} invalid, {warnings} warnings"))
    return Exit.INVALID_PACK if bad else Exit.OK


def _wanted(names: Sequence[str], problems: Catalog, packs: Sequence[Path]) -> list[str]:
    if names:
        found = []
        for name in names:
            unit = [one for one in problems.ids if one.startswith(f"{name}/")]
            found += unit or [problems.resolve(name)]
        return found
    return [name for pack in _asked(problems, packs) for name in pack.ids]


def _asked(problems: Catalog, packs: Sequence[Path]) -> list[PackFolder]:
    """Return the given packs, or ours when none is given."""
    builtin = scan_builtin_pack().problems_root
    return [pack for pack in problems.packs if not packs or pack.problems_root != builtin]


def _folders(problems: Catalog, packs: Sequence[Path]) -> ValidationReport:
    asked = _asked(problems, packs)
    findings = [finding for pack in asked for finding in found_in_pack(pack.mistakes)]
    found = sum(len(pack.ids) for pack in asked)
    return ValidationReport(problem="folders", findings=tuple(findings), numbers={"problems": found})


def _assignments(problems: Catalog, packs: Sequence[Path]) -> ValidationReport:
    findings: list[Finding] = []
    names = find_assignments(list(packs))
    for name in names:
        try:
            load_assignment(name, problems, list(packs))
        except PackError as error:
            findings += found_in_pack(error.mistakes)
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
