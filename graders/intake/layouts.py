"""Where each student's files are in a folder of submissions: ours, or one that a course system exported.

Pure functions from relative names (forward slashes) to students. A course system's own ids become the student ids,
since a full name is not unique.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from torchgrade.graders.intake.names import is_junk

LAYOUTS = ("auto", "plain", "canvas", "moodle", "gradescope", "nbgrader")
ARCHIVE_SUFFIXES = (".tar.gz", ".tgz", ".tar", ".zip")
ENTRY_SUFFIXES = (*ARCHIVE_SUFFIXES, ".py", ".ipynb")
# Students do hand these in, and each gets an answer; other loose files are the teacher's.
UNREADABLE_SUFFIXES = (
    ".tar.bz2", ".tar.xz", ".tbz2", ".txz", ".gz", ".bz2", ".xz", ".7z", ".rar", ".alz", ".egg",
    ".pdf", ".docx", ".doc", ".hwp", ".hwpx", ".pyc", ".pt", ".pth",
)  # fmt: skip
GRADESCOPE_METADATA = "submission_metadata.yml"

_CANVAS = re.compile(r"(?P<who>[^/_]+)_(?P<late>LATE_)?(?P<user>\d+)_(?P<submission>\d+)_(?P<file>[^/]+)")
_MOODLE_FOLDER = re.compile(r"(?P<who>[^/]+)_(?P<number>\d+)_assignsubmission_file_?")
# The first number is Moodle's; the name of the file, and any number in it, is the student's choice.
_MOODLE_FILE = re.compile(r"(?P<who>[^/]+?)_(?P<number>\d+)_assignsubmission_file_(?P<file>[^/]+)")
_GRADESCOPE = re.compile(r"submission_(?P<number>\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A top-level folder or file of a group, by its path, and the name that a file has in the submission."""

    path: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What belongs to one student, and what there is to say about it."""

    student: str
    items: tuple[Item, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """The students in the order of their ids, and the top-level names that are nobody's."""

    groups: tuple[Group, ...]
    leftovers: tuple[str, ...] = ()


def detect_layout(names: Iterable[str]) -> str:
    """Return the layout these names have; ``plain`` unless every top-level name fits one export tree."""
    visible = [name for name in names if not is_junk(name)]
    tops = {name.partition("/")[0] for name in visible}
    folders = {name.partition("/")[0] for name in visible if "/" in name}
    if GRADESCOPE_METADATA in tops - folders and any(_GRADESCOPE.fullmatch(top) for top in folders):
        return "gradescope"
    # An online text stands beside the files of the same participant.
    others = {top for top in tops if not re.search(r"_\d+_assignsubmission_onlinetext_?$", top)}
    if others and all(_MOODLE_FOLDER.fullmatch(top) or _MOODLE_FILE.fullmatch(top) for top in others):
        return "moodle"
    if folders == tops == {"submitted"} and _is_nbgrader(visible):
        return "nbgrader"
    if tops and not folders and all(_CANVAS.fullmatch(top) for top in tops):
        return "canvas"
    return "plain"


def group(
    names: Iterable[str], layout: str, *, submitters: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> Grouping:
    """Return each student's part of a layout other than ``auto``.

    ``submitters`` gives the student ids of a Gradescope folder; without them its number is the id.
    """
    visible = sorted(name for name in names if not is_junk(name))
    if layout == "gradescope":
        return _gradescope(visible, submitters)
    return _READERS[layout](visible)


def entry_id(name: str) -> str:
    """Return a file entry's name without its suffix, all of it: ``kim.tar.gz`` is ``kim``."""
    for suffix in (*ENTRY_SUFFIXES, *UNREADABLE_SUFFIXES):
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return name


def _is_nbgrader(names: list[str]) -> bool:
    """Say whether everything is in ``submitted/<student>/<assignment>/``; an empty folder ends in a slash."""
    return any(name.count("/") >= 3 for name in names) and all(
        name.count("/") >= 3 or name.endswith("/") for name in names
    )


def _plain(names: list[str]) -> Grouping:
    found: list[tuple[str, Item, str]] = []
    leftovers: list[str] = []
    for top, is_folder in _tops(names).items():
        if is_folder:
            found.append((top, Item(path=top, name=""), ""))
        elif top.lower().endswith((*ENTRY_SUFFIXES, *UNREADABLE_SUFFIXES)):
            found.append((entry_id(top), Item(path=top, name=top), ""))
        else:
            leftovers.append(top)
    return _grouping(found, leftovers)


def _canvas(names: list[str]) -> Grouping:
    found: list[tuple[str, Item, str]] = []
    leftovers: list[str] = []
    for top, is_folder in _tops(names).items():
        match = None if is_folder else _CANVAS.fullmatch(top)
        if match is None:
            leftovers.append(top)
            continue
        late = ", late" if match["late"] else ""
        found.append((match["user"], Item(path=top, name=match["file"]), f"Canvas: handed in by {match['who']}{late}"))
    return _grouping(found, leftovers)


def _moodle(names: list[str]) -> Grouping:
    found: list[tuple[str, Item, str]] = []
    leftovers: list[str] = []
    for top, is_folder in _tops(names).items():
        match = (_MOODLE_FOLDER if is_folder else _MOODLE_FILE).fullmatch(top)
        if match is None:
            leftovers.append(top)
            continue
        name = "" if is_folder else match["file"]
        found.append((match["number"], Item(path=top, name=name), f"Moodle: handed in by {match['who']}"))
    return _grouping(found, leftovers)


def _gradescope(names: list[str], submitters: Mapping[str, tuple[str, ...]]) -> Grouping:
    found: list[tuple[str, Item, str]] = []
    leftovers: list[str] = []
    for top, is_folder in _tops(names).items():
        match = _GRADESCOPE.fullmatch(top) if is_folder else None
        if match is None:
            if top != GRADESCOPE_METADATA:
                leftovers.append(top)
            continue
        # A group hands in once and everybody in it is graded.
        for student in submitters.get(top) or (match["number"],):
            found.append((student, Item(path=top, name=""), f"Gradescope: {top}"))
    return _grouping(found, leftovers)


def _nbgrader(names: list[str]) -> Grouping:
    nested = [name for name in names if name.startswith("submitted/")]
    prefix = "submitted/" if nested else ""
    found: list[tuple[str, Item, str]] = []
    leftovers = [top for top in _tops(names) if nested and top != "submitted"]
    for top, is_folder in _tops([name.removeprefix(prefix) for name in nested or names]).items():
        if is_folder:
            found.append((top, Item(path=prefix + top, name=""), ""))
        else:
            leftovers.append(prefix + top)
    return _grouping(found, leftovers)


_READERS: Mapping[str, Callable[[list[str]], Grouping]] = MappingProxyType(
    {"plain": _plain, "canvas": _canvas, "moodle": _moodle, "nbgrader": _nbgrader}
)


def _tops(names: list[str]) -> dict[str, bool]:
    """Return the top-level names and whether each is a folder; an empty folder is written with its slash."""
    tops: dict[str, bool] = {}
    for name in names:
        top, slash, _ = name.partition("/")
        tops[top] = tops.get(top, False) or bool(slash)
    return tops


def _grouping(found: list[tuple[str, Item, str]], leftovers: list[str]) -> Grouping:
    items: dict[str, list[Item]] = {}
    notices: dict[str, dict[str, None]] = {}
    for raw_student, item, notice in found:
        # Macs write Hangul in decomposed form, rosters do not.
        student = unicodedata.normalize("NFC", raw_student)
        items.setdefault(student, []).append(item)
        if notice:
            notices.setdefault(student, {})[notice] = None
    groups = tuple(
        Group(student=student, items=tuple(items[student]), notices=tuple(notices.get(student, ())))
        for student in sorted(items)
    )
    return Grouping(groups=groups, leftovers=tuple(leftovers))
