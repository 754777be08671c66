"""File names for students' pages: an id that is a plain name stays itself, any other gets a digest."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_MAX_BYTES = 120
_DIGEST = 16
_TAKEN_FORM = re.compile(rf"--[0-9a-f]{{{_DIGEST}}}$")
# Windows opens the first as devices, and a web server shows `index` in place of the folder.
_TAKEN = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|index)(?:\.|$)", re.IGNORECASE)


def page_names(students: Iterable[str]) -> dict[str, str]:
    """Return a file name without extension for each student; no two are alike, even where case is ignored.

    The names hold letters, digits, ``.``, ``-`` and ``_`` only, start with a letter or digit, and depend on the set of
    students, not on its order.
    """
    students = list(dict.fromkeys(students))
    plain = {student: _plain(student) for student in students}
    alike = Counter(_fold(name) for name in plain.values())
    return {
        student: name if name == student and alike[_fold(name)] == 1 else f"{name}--{_digest(student)}"
        for student, name in plain.items()
    }


def _plain(student: str) -> str:
    name = "".join(character if character.isalnum() or character in "-_." else "_" for character in student)
    name = unicodedata.normalize("NFC", name)
    name = name.encode("utf-8", "replace")[:_MAX_BYTES].decode("utf-8", "ignore").lstrip(".-_").rstrip(".")
    if not name or _TAKEN.match(name):
        return f"student_{name}".rstrip("_.")
    return _TAKEN_FORM.sub("", name) or "student"


def _fold(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _digest(student: str) -> str:
    return hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
