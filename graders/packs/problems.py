"""One problem from its folder: every file read once, decoded, and cross-checked."""

from __future__ import annotations

from pathlib import Path

from torchgrade.graders.packs.files import PROBLEM_FILES, digest_of, read_text, refuse_unexpected
from torchgrade.graders.packs.mistakes import MistakeLog
from torchgrade.graders.packs.probes import Probe, compare_with_checks, read_probes
from torchgrade.graders.packs.problem_yaml import DeclaredCheck, read_problem_yaml
from torchgrade.graders.packs.python_source import SourceError, parse
from torchgrade.graders.problem import CheckSpec, Problem
from torchgrade.graders.text import Text

_ON_A_GPU = Text(
    "It works on a GPU too: nothing stays behind on the CPU.",
    "GPU에서도 동작한다: CPU에 남는 텐서가 없다.",
)


def load_problem(problem_id: str, *, problems_root: Path, reference_root: Path | None) -> Problem:
    """Return the problem; raise ``PackError`` with all mistakes of all of its public files together."""
    log = MistakeLog()
    folder = problems_root.joinpath(*problem_id.split("/"))
    shown = f"problems/{problem_id}"
    refuse_unexpected(folder, shown, PROBLEM_FILES, log)
    texts = {name: read_text(folder / name, f"{shown}/{name}", log) for name in PROBLEM_FILES}

    starter = parse(texts["starter.py"] or "")
    if isinstance(starter, SourceError):
        log.add(f"{shown}/starter.py", starter.line, f"this is not Python: {starter.reason}")
    checks_source = texts["checks.py"]
    probes = None if checks_source is None else read_probes(checks_source, f"{shown}/checks.py", log)
    yaml_text = texts["problem.yaml"]
    declared = (
        None
        if yaml_text is None
        else read_problem_yaml(yaml_text, problem_id=problem_id, path=f"{shown}/problem.yaml", log=log)
    )
    if declared is not None and probes is not None:
        compare_with_checks(
            probes, declared.probe_lines, yaml_path=f"{shown}/problem.yaml", checks_path=f"{shown}/checks.py", log=log
        )
    log.raise_if_any()
    if declared is None or declared.title is None or declared.difficulty is None or probes is None:
        raise AssertionError("a part of the problem is missing, but no mistake was noted")  # a defect of ours
    reference_folder = None if reference_root is None else reference_root.joinpath(*problem_id.split("/"))
    return Problem(
        id=problem_id,
        title=declared.title,
        entry_points=declared.entry_points,
        difficulty=declared.difficulty,
        topics=declared.topics,
        limits=declared.limits,
        rules=declared.rules,
        checks=tuple(_check(check, probes[check.probe]) for check in declared.checks),
        folder=folder,
        reference_folder=reference_folder,
        statement=Text(texts["statement.md"] or "", texts["statement.ko.md"] or ""),
        starter=texts["starter.py"] or "",
        checks_source=checks_source or "",
        digest=digest_of(folder, reference_folder),
        hints=declared.hints,
    )


def _check(declared: DeclaredCheck, probe: Probe) -> CheckSpec:
    return CheckSpec(
        id=declared.id,
        points=declared.points,
        visibility=declared.visibility,
        cases=declared.cases,
        probe=declared.probe,
        needs=declared.needs,
        simulated=declared.simulated,
        title=_title(declared, probe),
        line=declared.line,
    )


def _title(declared: DeclaredCheck, probe: Probe) -> Text:
    if declared.simulated:
        return Text(declared.title_en or _ON_A_GPU.en, declared.title_ko or declared.title_en or _ON_A_GPU.ko)
    return Text(declared.title_en or probe.promise, declared.title_ko or declared.title_en or probe.promise)
