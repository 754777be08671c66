"""What checks.py declares, read with ``ast`` and never executed: one probe for each check of problem.yaml."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from dataclasses import dataclass

from torchgrade.graders.packs.mistakes import MistakeLog, did_you_mean
from torchgrade.graders.packs.python_source import SourceError, parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A function decorated with ``@check(...)``: its line and the first paragraph of its docstring on one line."""

    name: str
    line: int
    promise: str


def read_probes(source: str, path: str, log: MistakeLog) -> dict[str, Probe] | None:
    """Return the probes by name; note what is wrong with them. None when the file does not parse."""
    module = parse(source)
    if isinstance(module, SourceError):
        log.add(path, module.line, f"this is not Python: {module.reason}")
        return None
    probes: dict[str, Probe] = {}
    for node in module.body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        decorators = [decorator for decorator in node.decorator_list if _is_check(decorator)]
        if not decorators:
            continue
        if isinstance(node, ast.AsyncFunctionDef):
            log.add(path, node.lineno, f"the probe {node.name} is async; a probe is a plain function")
        if not isinstance(decorators[0], ast.Call):
            log.add(
                path, decorators[0].lineno, f"the probe {node.name} has @check without its cases; write @check(...)"
            )
        if node.name in probes:
            log.add(path, node.lineno, f"the probe {node.name} is already defined on line {probes[node.name].line}")
            continue
        docstring = ast.get_docstring(node)
        promise = " ".join(inspect.cleandoc(docstring).split("\n\n")[0].split()) if docstring else ""
        if not promise:
            log.add(path, node.lineno, f"the probe {node.name} has no docstring; say in it what a student is told")
        probes[node.name] = Probe(name=node.name, line=node.lineno, promise=promise)
    return probes


def compare_with_checks(
    probes: Mapping[str, Probe], check_lines: Mapping[str, int], *, yaml_path: str, checks_path: str, log: MistakeLog
) -> None:
    """Note every check without a probe and every probe without a check."""
    for name, line in check_lines.items():
        if name not in probes:
            unused = [probe for probe in probes if probe not in check_lines]
            log.add(
                yaml_path, line, f"check {name!r} has no function @check(...) in checks.py{did_you_mean(name, unused)}"
            )
    for name, probe in probes.items():
        if name not in check_lines:
            unmet = [check for check in check_lines if check not in probes]
            log.add(
                checks_path,
                probe.line,
                f"the probe {name} is not among the checks of problem.yaml{did_you_mean(name, unmet)}",
            )


def _is_check(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    match called:
        case ast.Name(id="check") | ast.Attribute(value=ast.Name(), attr="check"):
            return True
    return False
