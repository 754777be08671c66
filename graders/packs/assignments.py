"""assignment.yaml, decoded strictly: section 4 of the contract."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from torchgrade.graders.packs.catalog import Catalog, UnknownProblem, scan_builtin_pack
from torchgrade.graders.packs.fields import SLUG, Field, read_document
from torchgrade.graders.packs.files import read_text, visible
from torchgrade.graders.packs.mistakes import MistakeLog, PackError
from torchgrade.graders.problem import AssignedProblem, Assignment, LateRule, Problem

MAX_WEIGHT = 1000
MAX_LATE_DAYS = 365
MAX_ATTEMPTS = 1_000_000


class UnknownAssignment(LookupError):
    """No assignment has this name, or two have it; the text says which names there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentFile:
    """Where an assignment is, and how messages call its file."""

    file: Path
    shown: str


def find_assignments(folders: Sequence[Path] = ()) -> dict[str, list[AssignmentFile]]:
    """Return the assignment files of the packs in ``folders`` and of the builtin pack, by name, sorted.

    A builtin assignment is hidden by one of the same name in a given pack: every course has its own week-1.
    """
    found: dict[str, list[AssignmentFile]] = {}
    for folder in folders:
        for place in _assignments_in(folder / "assignments", "assignments"):
            found.setdefault(place.file.stem, []).append(place)
    for place in _assignments_in(scan_builtin_pack().assignments_root, "problems/assignments"):
        found.setdefault(place.file.stem, [place])
    return dict(sorted(found.items()))


def _assignments_in(root: Path, shown: str) -> list[AssignmentFile]:
    files = [file for file in visible(root) if file.suffix == ".yaml"] if root.is_dir() else []
    return [AssignmentFile(file=file, shown=f"{shown}/{file.name}") for file in files]


def load_assignment(name_or_path: str, catalog: Catalog, folders: Sequence[Path] = ()) -> Assignment:
    """Return an assignment by name (``<pack>/assignments/NAME.yaml``) or by the path of a file.

    Raise ``UnknownAssignment`` where there is no such name or no such file, and ``PackError`` with all mistakes
    of the file and of the problems that it names.
    """
    place = _find(name_or_path, folders)
    log = MistakeLog()
    text = read_text(place.file, place.shown, log)
    if not SLUG.fullmatch(place.file.stem):
        log.add(
            place.shown,
            1,
            f"the file's name is {place.file.name!r}; it must be small letters, digits and single dashes",
        )
    document = None if text is None else read_document(text, place.shown, log)
    if document is None:
        raise PackError(log.mistakes)
    return _decode(document, place.file.stem, catalog)


def _find(name_or_path: str, folders: Sequence[Path]) -> AssignmentFile:
    if "/" in name_or_path or os.sep in name_or_path or name_or_path.endswith((".yaml", ".yml")):
        file = Path(name_or_path)
        if not file.is_file():
            raise UnknownAssignment(f"there is no assignment file {name_or_path!r}")
        return AssignmentFile(file=file, shown=name_or_path)
    known = find_assignments(folders)
    if name_or_path not in known:
        near = difflib.get_close_matches(name_or_path, known, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(known)}" if known else ""
        raise UnknownAssignment(f"there is no assignment {name_or_path!r}{hint}")
    places = known[name_or_path]
    if len(places) > 1:
        files = " and ".join(str(place.file) for place in places)
        raise UnknownAssignment(f"{name_or_path!r} is the name of {files}; give the path of the one you mean")
    return places[0]


def _decode(document: Field, assignment_id: str, catalog: Catalog) -> Assignment:
    log = document.log
    fields = document.mapping(required=("format", "title", "problems"), optional=("id", "due", "late", "attempts"))
    if "id" in fields:
        assignment_id = _id(fields["id"]) or assignment_id
    title = fields["title"].both_languages() if "title" in fields else None
    problems = _problems(fields["problems"], catalog) if "problems" in fields else ()
    due = fields["due"].moment() if "due" in fields and not fields["due"].is_null else None
    late = _late(fields["late"]) if "late" in fields and not fields["late"].is_null else None
    if "late" in fields and not fields["late"].is_null and ("due" not in fields or fields["due"].is_null):
        fields["late"].refuse("late is given without due; nothing can be late")
    limit, counts = _attempts(fields["attempts"]) if "attempts" in fields else (None, "best")
    log.raise_if_any()
    if title is None:
        raise AssertionError("the title is missing, but no mistake was noted")  # a defect of ours
    return Assignment(
        id=assignment_id,
        title=title,
        problems=problems,
        due=due,
        late=late,
        attempts_limit=limit,
        attempts_count="last" if counts == "last" else "best",
    )


def _id(field: Field) -> str | None:
    text = field.text()
    if text is not None and not SLUG.fullmatch(text):
        field.refuse(f"{field.name} is {text!r}; it must be small letters, digits and single dashes")
        return None
    return text


def _problems(field: Field, catalog: Catalog) -> tuple[AssignedProblem, ...]:
    assigned: list[AssignedProblem] = []
    lines: dict[str, int] = {}
    for item in field.items():
        fields = item.mapping(required=("id",), optional=("weight",))
        weight = fields["weight"].integer(1, MAX_WEIGHT) if "weight" in fields else 1
        problem = _problem(fields["id"], catalog) if "id" in fields else None
        if problem is None or weight is None:
            continue
        if problem.id in lines:
            item.refuse(f"{problem.id} is already in the list, on line {lines[problem.id]}")
            continue
        lines[problem.id] = item.line
        assigned.append(AssignedProblem(problem=problem, weight=weight))
    return tuple(assigned)


def _problem(field: Field, catalog: Catalog) -> Problem | None:
    name = field.text()
    if name is None:
        return None
    try:
        resolved = catalog.resolve(name)
        if resolved != name:
            # A bare slug would change its meaning when a pack with the same slug is added.
            field.refuse(f"{field.name} is {name!r}; write the full id, {resolved}")
        return catalog.problem(resolved)
    except UnknownProblem as error:
        field.refuse(f"{field.name} is {name!r}: {error}")
    except PackError as error:
        field.log.mistakes.extend(error.mistakes)
    return None


def _late(field: Field) -> LateRule | None:
    fields = field.mapping(required=("per_day_percent", "max_days"))
    percent = fields["per_day_percent"].integer(0, 100) if "per_day_percent" in fields else None
    days = fields["max_days"].integer(0, MAX_LATE_DAYS) if "max_days" in fields else None
    return None if percent is None or days is None else LateRule(per_day_percent=percent, max_days=days)


def _attempts(field: Field) -> tuple[int | None, str]:
    fields = field.mapping(required=(), optional=("limit", "counts"))
    limit = None
    if "limit" in fields and not fields["limit"].is_null:
        limit = fields["limit"].integer(1, MAX_ATTEMPTS)
    counts = fields["counts"].choice(("best", "last")) if "counts" in fields else "best"
    return limit, counts or "best"
