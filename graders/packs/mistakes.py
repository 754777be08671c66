"""What is wrong with a pack, said to its author: every mistake with its file, its line and what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PackMistake:
    """One mistake. ``path`` is relative to the pack, with forward slashes; ``line`` is 1-based."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return ``path:line: message``, the form that editors make into a link."""
        return f"{self.path}:{self.line}: {self.message}"


class PackError(Exception):
    """A pack or an assignment is invalid. ``mistakes`` has all that were found, in the order of files and lines."""

    def __init__(self, mistakes: Iterable[PackMistake]) -> None:
        """Sort the mistakes and drop repeated ones."""
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__(self.mistakes)

    def __str__(self) -> str:
        """Return one line for each mistake."""
        return "\n".join(str(mistake) for mistake in self.mistakes)


class MistakeLog:
    """Collects mistakes while reading goes on, so that an author sees all of them at once."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self.mistakes: list[PackMistake] = []

    def add(self, path: str, line: int, message: str) -> None:
        """Note one mistake."""
        self.mistakes.append(PackMistake(path=path, line=line, message=message))

    def raise_if_any(self) -> None:
        """Raise ``PackError`` with everything noted so far, if there is anything."""
        if self.mistakes:
            raise PackError(self.mistakes)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``"; did you mean 'x'?"`` for the nearest known word, or an empty string."""
    lowered = {name.lower(): name for name in known}
    nearest = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    return f"; did you mean {lowered[nearest[0]]!r}?" if nearest else ""
