"""Packs and the catalog of all problems: folders are scanned at once, a problem is decoded when it is asked for."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torchgrade
from torchgrade.graders.packs.fields import SLUG
from torchgrade.graders.packs.files import holds_something, visible
from torchgrade.graders.packs.mistakes import PackError, PackMistake
from torchgrade.graders.packs.problems import load_problem
from torchgrade.graders.packs.references import load_reference
from torchgrade.graders.problem import Problem

BUILTIN_NAME = "torchgrade"
# Not a unit: the builtin pack keeps its assignments beside its problems, inside the installed package.
_NOT_UNITS = frozenset({"assignments"})


class UnknownProblem(LookupError):
    """No problem has this id; the text names the nearest ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack with every problem decoded, sorted by id."""

    name: str
    problems_root: Path
    reference_root: Path | None
    problems: dict[str, Problem]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFolder:
    """A pack as found on disk, nothing decoded: the ids of its problems, sorted, and mistakes of the tree itself."""

    name: str
    problems_root: Path
    reference_root: Path | None
    assignments_root: Path
    ids: tuple[str, ...]
    mistakes: tuple[PackMistake, ...] = ()

    def load(self, problem_id: str) -> Problem:
        """Decode one problem of this pack; raise ``PackError`` with its mistakes."""
        return load_problem(problem_id, problems_root=self.problems_root, reference_root=self.reference_root)

    def load_all(self) -> dict[str, Problem]:
        """Decode every problem; raise ``PackError`` with the mistakes of all of them together."""
        problems: dict[str, Problem] = {}
        mistakes = list(self.mistakes)
        for problem_id in self.ids:
            try:
                problems[problem_id] = self.load(problem_id)
            except PackError as error:
                mistakes.extend(error.mistakes)
        if mistakes:
            raise PackError(mistakes)
        return problems

    def find_mistakes(self) -> tuple[PackMistake, ...]:
        """Return every mistake of every file, the reference's included."""
        mistakes = list(self.mistakes)
        for problem_id in self.ids:
            try:
                load_reference(self.load(problem_id))
            except PackError as error:
                mistakes.extend(error.mistakes)
        return tuple(sorted(set(mistakes)))


def scan_pack(folder: Path) -> PackFolder:
    """Find the problems of a pack without decoding any; raise ``PackError`` where there is no ``problems/``."""
    reference = folder / "reference"
    return _scan(
        folder.resolve().name,
        problems_root=folder / "problems",
        reference_root=reference if reference.is_dir() else None,
        assignments_root=folder / "assignments",
    )


def scan_builtin_pack() -> PackFolder:
    """Find the problems that come with the installed package."""
    home = Path(torchgrade.__file__).parent
    reference = home / "reference"
    return _scan(
        BUILTIN_NAME,
        problems_root=home / "problems",
        reference_root=reference if reference.is_dir() else None,
        assignments_root=home / "problems" / "assignments",
    )


def load_pack(folder: Path) -> Pack:
    """Load a folder with ``problems/`` and perhaps ``reference/``; raise ``PackError`` with all mistakes."""
    return _load(scan_pack(folder))


def builtin_pack() -> Pack:
    """Load every problem that comes with the installed package."""
    return _load(scan_builtin_pack())


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All problems of all packs. A problem is decoded at its first use and kept."""

    packs: tuple[PackFolder, ...]
    _loaded: dict[str, Problem] = field(default_factory=dict, repr=False, compare=False)

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all problems, sorted."""
        return tuple(sorted(problem_id for pack in self.packs for problem_id in pack.ids))

    def resolve(self, name: str) -> str:
        """Return the id for an id or a slug that only one problem has; raise ``UnknownProblem`` otherwise."""
        ids = self.ids
        if name in ids:
            return name
        same_slug = [problem_id for problem_id in ids if problem_id.split("/")[1] == name]
        if len(same_slug) == 1:
            return same_slug[0]
        if same_slug:
            raise UnknownProblem(f"{name!r} is the name of {len(same_slug)} problems: write {' or '.join(same_slug)}")
        slugs = {problem_id.split("/")[1]: problem_id for problem_id in ids}
        near = difflib.get_close_matches(name, ids, n=3) or [
            slugs[slug] for slug in difflib.get_close_matches(name.rsplit("/", 1)[-1], slugs, n=3)
        ]
        hint = f"; did you mean {' or '.join(near)}?" if near else "; `torchgrade list` shows them all"
        raise UnknownProblem(f"there is no problem {name!r}{hint}")

    def pack_of(self, problem_id: str) -> PackFolder:
        """Return the pack that a problem comes from, by id or unique slug."""
        resolved = self.resolve(problem_id)
        return next(pack for pack in self.packs if resolved in pack.ids)

    def problem(self, name: str) -> Problem:
        """Return a problem by id or unique slug; raise ``UnknownProblem``, or ``PackError`` with its mistakes."""
        problem_id = self.resolve(name)
        if problem_id not in self._loaded:
            self._loaded[problem_id] = self.pack_of(problem_id).load(problem_id)
        return self._loaded[problem_id]

    def load_all(self) -> dict[str, Problem]:
        """Return every problem by id, sorted; raise ``PackError`` with the mistakes of all files of all packs."""
        mistakes = [mistake for pack in self.packs for mistake in pack.mistakes]
        for problem_id in self.ids:
            try:
                self.problem(problem_id)
            except PackError as error:
                mistakes.extend(error.mistakes)
        if mistakes:
            raise PackError(mistakes)
        return {problem_id: self._loaded[problem_id] for problem_id in self.ids}


def load_catalog(packs: Sequence[Path] = ()) -> Catalog:
    """Scan the builtin pack and the given ones; raise ``PackError`` where two packs have a problem of the same id."""
    return catalog_of([scan_builtin_pack(), *(scan_pack(folder) for folder in packs)])


def catalog_of(packs: Sequence[PackFolder]) -> Catalog:
    """Join scanned packs; raise ``PackError`` where two of them have a problem of the same id."""
    owner: dict[str, PackFolder] = {}
    mistakes = []
    for pack in packs:
        for problem_id in pack.ids:
            other = owner.setdefault(problem_id, pack)
            if other is not pack:
                mistakes.append(
                    PackMistake(
                        path=f"problems/{problem_id}/problem.yaml",
                        line=1,
                        message=f"{problem_id} is both in the pack {other.name!r} and in the pack {pack.name!r}; "
                        "rename one, or leave one pack out",
                    )
                )
    if mistakes:
        raise PackError(mistakes)
    return Catalog(packs=tuple(packs))


def _load(pack: PackFolder) -> Pack:
    return Pack(
        name=pack.name,
        problems_root=pack.problems_root,
        reference_root=pack.reference_root,
        problems=pack.load_all(),
    )


def _scan(name: str, *, problems_root: Path, reference_root: Path | None, assignments_root: Path) -> PackFolder:
    if not problems_root.is_dir():
        message = f"the pack {name!r} has no folder problems/; a pack is a folder with problems/UNIT/PROBLEM/ inside"
        raise PackError([PackMistake(path="problems", line=1, message=message)])
    ids: list[str] = []
    mistakes: list[PackMistake] = []
    for unit in _folders(problems_root):
        if unit.name in _NOT_UNITS:
            continue
        if (unit / "problem.yaml").exists():
            message = "a problem belongs into a unit: move it to problems/UNIT/PROBLEM/problem.yaml"
            mistakes.append(PackMistake(path=f"problems/{unit.name}/problem.yaml", line=1, message=message))
            continue
        for folder in [unit, *_folders(unit)]:
            if not SLUG.fullmatch(folder.name):
                shown = folder.relative_to(problems_root).as_posix()
                message = f"the folder's name is {folder.name!r}; it must be small letters, digits and single dashes"
                mistakes.append(PackMistake(path=f"problems/{shown}", line=1, message=message))
            elif folder is not unit and SLUG.fullmatch(unit.name):
                ids.append(f"{unit.name}/{folder.name}")
    return PackFolder(
        name=name,
        problems_root=problems_root,
        reference_root=reference_root,
        assignments_root=assignments_root,
        ids=tuple(sorted(ids)),
        mistakes=tuple(sorted(mistakes)),
    )


def _folders(folder: Path) -> list[Path]:
    return [entry for entry in visible(folder) if entry.is_dir() and holds_something(entry)]
