"""problem.yaml, decoded strictly: section 3 of the contract."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from torchgrade.graders.packs.check_links import refuse_bad_needs, refuse_bad_probes
from torchgrade.graders.packs.fields import IDENTIFIER, SLUG, Field, read_document
from torchgrade.graders.packs.mistakes import MistakeLog
from torchgrade.graders.problem import Limits, Rules
from torchgrade.graders.results import Visibility
from torchgrade.graders.text import Text

MAX_POINTS = 1000
MAX_CASES = 1000

SIMULATED = "simulated"
_OPTIONAL = ("needs", "title", "probe", "device")
_PROBLEM_ID = re.compile(f"{SLUG.pattern}/{SLUG.pattern}")
_DOTTED = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)+")
_T = TypeVar("_T")

# (lowest, highest) of each limit. The caps keep one problem from holding up a class.
SECONDS_LIMITS = {"import_seconds": (0.1, 120), "case_seconds": (0.1, 60), "total_seconds": (0.1, 600)}
SIZE_LIMITS = {"memory_mib": (64, 16384), "processes": (1, 1024), "reply_mib": (1, 64)}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredCheck:
    """One entry of ``checks``. A title's language is None where the probe's docstring says it."""

    id: str
    points: int
    visibility: Visibility
    cases: int
    needs: tuple[str, ...]
    probe: str
    simulated: bool
    title_en: str | None
    title_ko: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredProblem:
    """Everything that problem.yaml says. ``checks`` may lack one that had a mistake; ``probe_lines`` has all of those
    whose probe is in checks.py under their own name."""

    title: Text | None
    entry_points: tuple[str, ...]
    difficulty: int | None
    topics: tuple[str, ...]
    limits: Limits
    rules: Rules
    checks: tuple[DeclaredCheck, ...]
    probe_lines: dict[str, int]
    hints: tuple[Text, ...]


def read_problem_yaml(text: str, *, problem_id: str, path: str, log: MistakeLog) -> DeclaredProblem | None:
    """Decode the file; note every mistake. None when there is nothing to go on with."""
    document = read_document(text, path, log)
    if document is None:
        return None
    fields = document.mapping(
        required=("format", "id", "title", "entry_points", "difficulty", "topics", "checks"),
        optional=("limits", "rules", "hints"),
    )
    if not fields:
        return None
    if "id" in fields:
        _same_as_folder(fields["id"], problem_id)
    checks = fields["checks"].items() if "checks" in fields else []
    check_lines: dict[str, int] = {}
    declared = [check for check in (_check(field, check_lines) for field in checks) if check is not None]
    if checks and len(declared) == len(checks) and not any(check.points for check in declared):
        fields["checks"].refuse("no check has points; at least one must, or nobody can solve the problem")
    refuse_bad_needs(checks, check_lines)
    borrowers = refuse_bad_probes(checks, check_lines)
    return DeclaredProblem(
        title=fields["title"].both_languages() if "title" in fields else None,
        entry_points=_unique(fields, "entry_points", _identifier),
        difficulty=fields["difficulty"].integer(1, 5) if "difficulty" in fields else None,
        topics=_unique(fields, "topics", _slug),
        limits=_limits(fields["limits"]) if "limits" in fields else Limits(),
        rules=_rules(fields["rules"]) if "rules" in fields else Rules(),
        checks=tuple(declared),
        probe_lines={name: line for name, line in check_lines.items() if name not in borrowers},
        hints=_present(hint.both_languages() for hint in fields["hints"].items(empty_is_fine=True))
        if "hints" in fields
        else (),
    )


def _same_as_folder(field: Field, problem_id: str) -> None:
    declared = field.word(_PROBLEM_ID, "unit/slug in small letters, digits and single dashes")
    if declared is not None and declared != problem_id:
        field.refuse(f"id is {declared!r} but the folder is {problem_id!r}; the two must be the same")


def _present(values: Iterable[_T | None]) -> tuple[_T, ...]:
    return tuple(value for value in values if value is not None)


def _unique(
    fields: dict[str, Field], key: str, read: Callable[[Field], str | None], *, empty_is_fine: bool = False
) -> tuple[str, ...]:
    """Return the list under ``key``; note every item that is there twice."""
    if key not in fields:
        return ()
    found: list[str] = []
    for item in fields[key].items(empty_is_fine=empty_is_fine):
        value = read(item)
        if value is None:
            continue
        if value in found:
            item.refuse(f"{item.name} is {value!r}, which is already in the list")
        found.append(value)
    return tuple(found)


def _identifier(field: Field) -> str | None:
    name = field.word(IDENTIFIER, "a Python name")
    if name is not None and keyword.iskeyword(name):
        field.refuse(f"{field.name} is {name!r}, a word that Python reserves; choose another")
        return None
    return name


def _slug(field: Field) -> str | None:
    return field.word(SLUG, "small letters, digits and single dashes")


def _dotted(field: Field) -> str | None:
    return field.word(_DOTTED, "a dotted name such as torch.gather or builtins.sorted")


def _limits(field: Field) -> Limits:
    fields = field.mapping(required=(), optional=(*SECONDS_LIMITS, *SIZE_LIMITS))
    default = Limits()
    seconds: dict[str, float] = {}
    for key, (low, high) in SECONDS_LIMITS.items():
        value = fields[key].number(low, high) if key in fields else None
        seconds[key] = getattr(default, key) if value is None else value
    sizes: dict[str, int] = {}
    for key, (lowest, highest) in SIZE_LIMITS.items():
        size = fields[key].integer(lowest, highest) if key in fields else None
        sizes[key] = getattr(default, key) if size is None else size
    if seconds["case_seconds"] > seconds["total_seconds"]:
        place = fields.get("case_seconds", fields.get("total_seconds", field))
        place.refuse(
            f"limits.case_seconds is {seconds['case_seconds']}, more than limits.total_seconds, "
            f"which is {seconds['total_seconds']}"
        )
    return Limits(
        import_seconds=seconds["import_seconds"],
        case_seconds=seconds["case_seconds"],
        total_seconds=seconds["total_seconds"],
        memory_mib=sizes["memory_mib"],
        processes=sizes["processes"],
        reply_mib=sizes["reply_mib"],
    )


def _rules(field: Field) -> Rules:
    fields = field.mapping(required=(), optional=("forbid", "require", "loops", "warn"))
    forbid = _unique(fields, "forbid", _dotted, empty_is_fine=True)
    require = _unique(fields, "require", _dotted, empty_is_fine=True)
    for name in require:
        if name in forbid:
            fields["require"].refuse(f"rules.require and rules.forbid both name {name}; nobody could solve that")
    loops = fields["loops"].boolean() if "loops" in fields else None
    warn = fields["warn"].boolean() if "warn" in fields else None
    return Rules(forbid=forbid, require=require, loops=loops is not False, warn=warn is True)


def _check(field: Field, check_lines: dict[str, int]) -> DeclaredCheck | None:
    fields = field.mapping(required=("id", "points", "visibility", "cases"), optional=_OPTIONAL)
    name = _identifier(fields["id"]) if "id" in fields else None
    if name is not None and name in check_lines:
        fields["id"].refuse(f"{fields['id'].name} is {name!r}, which is already the check on line {check_lines[name]}")
    elif name is not None:
        check_lines[name] = field.line
    points = fields["points"].integer(0, MAX_POINTS) if "points" in fields else None
    visibility = fields["visibility"].choice([str(one.value) for one in Visibility]) if "visibility" in fields else None
    cases = fields["cases"].integer(1, MAX_CASES) if "cases" in fields else None
    needs = _unique(fields, "needs", _identifier, empty_is_fine=True)
    device = fields["device"].choice([SIMULATED]) if "device" in fields else None
    probe = _identifier(fields["probe"]) if "probe" in fields else None
    title = fields["title"].mapping(required=(), optional=("en", "ko")) if "title" in fields else {}
    title_en = title["en"].text() if "en" in title else None
    title_ko = title["ko"].text() if "ko" in title else None
    if name is None or points is None or visibility is None or cases is None:
        return None
    return DeclaredCheck(
        id=name,
        points=points,
        visibility=Visibility(visibility),
        cases=cases,
        # What is wrong on the CPU is wrong on a GPU too; saying so twice would help nobody.
        needs=needs if probe is None else tuple(dict.fromkeys((probe, *needs))),
        probe=probe or name,
        simulated=device is not None,
        title_en=title_en,
        title_ko=title_ko,
        line=field.line,
    )
