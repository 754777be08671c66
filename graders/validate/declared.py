"""What can be said of a problem before anything runs: what is missing, left unsaid, or against its own rules. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from torchgrade.graders.locate import Located, locate
from torchgrade.graders.packs.mistakes import MistakeLog
from torchgrade.graders.packs.probes import read_probes
from torchgrade.graders.packs.python_source import SourceError, parse
from torchgrade.graders.problem import Problem, ReferenceSet
from torchgrade.graders.rules import check_rules
from torchgrade.graders.submission import SourceFile, Submission
from torchgrade.graders.validate.findings import Finding

MIN_ALTERNATIVES = 2
MIN_MISTAKES = 8
MIN_HINTS = 2

_HANGUL = re.compile("[가-힣]")
_LEFT_TO_DO = re.compile(r"\bTODO\b:?\s*(.*)")


def declared_findings(problem: Problem, reference: ReferenceSet) -> list[Finding]:
    """Return what is wrong with the files as they are read."""
    return [
        *_left_to_do(problem, reference),
        *_too_few(problem, reference),
        *_korean(problem, reference),
        *_points(problem),
        *_rules(problem, reference),
        *_starter(problem),
    ]


def where_probe(problem: Problem, check: str) -> str:
    """Return the file and line of a check's probe."""
    probes = read_probes(problem.checks_source, "", MistakeLog()) or {}
    name = next(one.probe for one in problem.checks if one.id == check)
    return f"problems/{problem.id}/checks.py:{probes[name].line if name in probes else 1}"


def _left_to_do(problem: Problem, reference: ReferenceSet) -> Iterator[Finding]:
    public, secret = f"problems/{problem.id}", f"reference/{problem.id}"
    texts = {
        f"{public}/checks.py": problem.checks_source,
        f"{public}/statement.md": problem.statement.en,
        f"{public}/statement.ko.md": problem.statement.ko,
        f"{secret}/solution.py": reference.solution,
        **{f"{secret}/alternatives/{name}.py": source for name, source in reference.alternatives.items()},
        **{f"{secret}/mistakes/{mistake.name}.py": mistake.source for mistake in reference.mistakes},
    }
    for path, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            if left := _LEFT_TO_DO.search(line):
                yield Finding(where=f"{path}:{number}", message=f"still to do: {left.group(1) or line.strip()}")
    # "TODO: your code" is a fine thing to say to a student in a comment, and the skeleton's docstring is not.
    starter = parse(problem.starter)
    for node in [] if isinstance(starter, SourceError) else ast.walk(starter):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            left = _LEFT_TO_DO.search(ast.get_docstring(node) or "")
            if left:
                where = f"{public}/starter.py:{node.body[0].lineno}"
                yield Finding(where=where, message=f"still to do in {node.name}'s docstring: {left.group(1)}")


def _too_few(problem: Problem, reference: ReferenceSet) -> Iterator[Finding]:
    alternatives, mistakes, hints = len(reference.alternatives), len(reference.mistakes), len(problem.hints)
    where = f"reference/{problem.id}"
    if alternatives < MIN_ALTERNATIVES:
        message = f"right solutions written differently: {alternatives}; give at least {MIN_ALTERNATIVES}"
        yield Finding(where=f"{where}/alternatives", message=message)
    if mistakes < MIN_MISTAKES:
        message = f"typical mistakes: {mistakes}; give at least {MIN_MISTAKES}"
        yield Finding(where=f"{where}/mistakes", message=message)
    if hints < MIN_HINTS:
        where = f"problems/{problem.id}/problem.yaml"
        yield Finding(where=where, message=f"hints: {hints}; give two, a gentle one and a clear one")


def _korean(problem: Problem, reference: ReferenceSet) -> Iterator[Finding]:
    """A title may be a name that Korean has no other word for; whole sentences are in Korean."""
    where = f"problems/{problem.id}/problem.yaml"
    if problem.title.ko == problem.title.en:
        yield Finding(where=where, message="title.ko is the English title; say it in Korean")
    for check in problem.checks:
        if check.title is None or check.title.ko == check.title.en:
            message = f"{check.id}: title.ko is missing: the Korean twin of the probe's docstring"
            yield Finding(where=f"{where}:{check.line or 1}", message=message)
    for number, hint in enumerate(problem.hints):
        if not _HANGUL.search(hint.ko):
            yield Finding(where=where, message=f"hints[{number}].ko is not in Korean")
    if not _HANGUL.search(problem.statement.ko):
        yield Finding(where=f"problems/{problem.id}/statement.ko.md:1", message="is not in Korean")
    for mistake in reference.mistakes:
        if not _HANGUL.search(mistake.message.ko):
            path = f"reference/{problem.id}/mistakes/{mistake.name}.py:1"
            yield Finding(where=path, message="the paragraph after 'ko:' is not in Korean")


def _points(problem: Problem) -> Iterator[Finding]:
    if not any(check.visibility == "public" and check.points for check in problem.checks):
        where = f"problems/{problem.id}/problem.yaml"
        yield Finding(where=where, message="no public check has points; a student's own check would say nothing")


def _rules(problem: Problem, reference: ReferenceSet) -> Iterator[Finding]:
    for name, source in right_sources(reference).items():
        located = dict.fromkeys(problem.entry_points, name)
        for rule in check_rules(problem.rules, sources={name: source}, located=located):
            if not rule.ok:
                where = f"reference/{problem.id}/{name}:{rule.line or 1}"
                yield Finding(where=where, message=f"breaks the problem's own rule: {rule.message.en}")


def _starter(problem: Problem) -> Iterator[Finding]:
    file = SourceFile(name="starter.py", source=problem.starter)
    starter = Submission(student="starter", path=problem.folder, sha256="", files=(file,))
    if not isinstance(locate(problem, starter), Located):
        names = ", ".join(problem.entry_points)
        where = f"problems/{problem.id}/starter.py:1"
        yield Finding(where=where, message=f"must define {names}, so that a student has a place to write")


def right_sources(reference: ReferenceSet) -> dict[str, str]:
    """Return the solution and its alternatives by the file's name."""
    alternatives = {f"alternatives/{name}.py": source for name, source in reference.alternatives.items()}
    return {"solution.py": reference.solution, **alternatives}
