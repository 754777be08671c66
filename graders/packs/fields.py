"""Typed reading of YAML nodes: each question either gives the value or notes what is wrong and gives None."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from torchgrade.graders.packs.mistakes import MistakeLog, did_you_mean
from torchgrade.graders.packs.yaml_nodes import Broken, Listing, Mapping, Node, Scalar, ScalarKind, compose
from torchgrade.graders.text import Text

FORMAT = 1
IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A node and the dotted name an author knows it by, such as ``limits.memory_mib`` or ``checks[2].points``."""

    name: str
    node: Node
    path: str
    log: MistakeLog

    @property
    def line(self) -> int:
        """Return the line to point at."""
        return self.node.line

    def refuse(self, message: str) -> None:
        """Note a mistake at this field's line."""
        self.log.add(self.path, self.line, message)

    @property
    def is_null(self) -> bool:
        """Return whether the value is left empty or is ``null``."""
        return isinstance(self.node, Scalar) and self.node.kind is ScalarKind.NULL

    def mapping(self, *, required: Sequence[str], optional: Sequence[str] = ()) -> dict[str, Field]:
        """Return the known keys that are there; note unknown and missing ones."""
        if isinstance(self.node, Broken):
            return {}
        if not isinstance(self.node, Mapping):
            self.refuse(f"{self._subject} must be a mapping with the keys {', '.join(required) or ', '.join(optional)}")
            return {}
        known = (*required, *optional)
        fields: dict[str, Field] = {}
        for key, node in self.node.entries.items():
            name = f"{self.name}.{key}" if self.name else key
            if key in known:
                fields[key] = Field(name=name, node=node, path=self.path, log=self.log)
            else:
                self.log.add(self.path, self.node.key_lines[key], f"unknown key {name!r}{did_you_mean(key, known)}")
        for key in required:
            if key not in fields:
                self.refuse(f"{f'{self.name}.{key}' if self.name else key} is missing")
        return fields

    def items(self, *, empty_is_fine: bool = False) -> list[Field]:
        """Return the items of a list; note anything else."""
        if isinstance(self.node, Broken):
            return []
        if not isinstance(self.node, Listing):
            self.refuse(f"{self.name} is {self._shown}; it must be a list, such as [a, b]")
            return []
        if not self.node.items and not empty_is_fine:
            self.refuse(f"{self.name} is an empty list; it needs at least one item")
        return [
            Field(name=f"{self.name}[{number}]", node=node, path=self.path, log=self.log)
            for number, node in enumerate(self.node.items)
        ]

    def text(self) -> str | None:
        """Return text that is not blank, without the white space around it."""
        match self.node:
            case Broken():
                return None
            case Scalar(kind=ScalarKind.TEXT, text=text):
                if text.strip():
                    return text.strip()
                self.refuse(f"{self.name} is blank; write something")
            case Scalar(kind=ScalarKind.NULL):
                self.refuse(f"{self.name} is empty; write something")
            case Scalar(kind=ScalarKind.AMBIGUOUS | ScalarKind.BOOL, text=text):
                self.refuse(f'{self.name} is a bare {text}, which YAML may read as a boolean; write "{text}" in quotes')
            case Scalar(text=text):
                self.refuse(f'{self.name} is the number {text}; it must be text (write "{text}" in quotes)')
            case _:
                self.refuse(f"{self.name} is {self._shown}; it must be text")
        return None

    def word(self, pattern: re.Pattern[str], description: str) -> str | None:
        """Return text that matches ``pattern`` as a whole; ``description`` says what would."""
        text = self.text()
        if text is not None and not pattern.fullmatch(text):
            self.refuse(f"{self.name} is {text!r}; it must be {description}")
            return None
        return text

    def choice(self, choices: Sequence[str]) -> str | None:
        """Return text that is one of ``choices``."""
        text = self.text()
        if text is not None and text not in choices:
            self.refuse(f"{self.name} is {text!r}; it must be one of {', '.join(choices)}{did_you_mean(text, choices)}")
            return None
        return text

    def integer(self, low: int, high: int) -> int | None:
        """Return a whole number from ``low`` to ``high``. A boolean is not a number."""
        if isinstance(self.node, Broken):
            return None
        if not (isinstance(self.node, Scalar) and self.node.kind is ScalarKind.INT):
            self.refuse(f"{self.name} is {self._shown}; it must be a whole number")
            return None
        value = int(self.node.text)
        return value if self._in_range(value, low, high) else None

    def number(self, low: float, high: float) -> float | None:
        """Return a finite number from ``low`` to ``high``."""
        if isinstance(self.node, Broken):
            return None
        if not (isinstance(self.node, Scalar) and self.node.kind in (ScalarKind.INT, ScalarKind.FLOAT)):
            self.refuse(f"{self.name} is {self._shown}; it must be a number")
            return None
        text = self.node.text.lower()
        if "inf" in text or "nan" in text:
            self.refuse(f"{self.name} is {self.node.text}; it must be a finite number")
            return None
        value = float(text) if self.node.kind is ScalarKind.FLOAT else int(text)
        return value if self._in_range(value, low, high) else None

    def boolean(self) -> bool | None:
        """Return true or false, and nothing that only looks like it."""
        if isinstance(self.node, Broken):
            return None
        if isinstance(self.node, Scalar) and self.node.kind is ScalarKind.BOOL:
            return self.node.boolean
        self.refuse(f"{self.name} is {self._shown}; it must be true or false")
        return None

    def both_languages(self) -> Text | None:
        """Return a text in English and in Korean."""
        fields = self.mapping(required=("en", "ko"))
        en = fields["en"].text() if "en" in fields else None
        ko = fields["ko"].text() if "ko" in fields else None
        return None if en is None or ko is None else Text(en, ko)

    def moment(self) -> datetime | None:
        """Return an ISO 8601 time that says its time zone."""
        text = self.text()
        if text is None:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            self.refuse(f"{self.name} is {text!r}; it must be a time such as 2026-12-01T23:59:00+09:00")
            return None
        if moment.tzinfo is None:
            self.refuse(f"{self.name} is {text!r} without a time zone; write one, as in 2026-12-01T23:59:00+09:00")
            return None
        return moment

    def _in_range(self, value: float, low: float, high: float) -> bool:
        if value < low:
            self.refuse(f"{self.name} is {value}; it must be at least {low}")
        if value > high:
            self.refuse(f"{self.name} is {value}; it must be at most {high}")
        return low <= value <= high

    @property
    def _subject(self) -> str:
        return f"{self.name} is {self._shown}; it" if self.name else "the file"

    @property
    def _shown(self) -> str:
        match self.node:
            case Mapping():
                return "a mapping"
            case Listing():
                return "a list"
            case Scalar(kind=ScalarKind.NULL):
                return "empty"
            case Scalar(kind=ScalarKind.TEXT, text=text):
                return f"the text {text[:40]!r}"
            case Scalar(text=text):
                return text[:40]
            case Broken():
                return "unreadable"


def read_document(text: str, path: str, log: MistakeLog) -> Field | None:
    """Return the top of a YAML file whose ``format`` this version reads, or note why not and return None.

    A file of another format is not looked at further: its other keys may mean something else.
    """
    root = Field(name="", node=compose(text, path, log), path=path, log=log)
    if isinstance(root.node, Mapping) and "format" in root.node.entries:
        version = Field(name="format", node=root.node.entries["format"], path=path, log=log)
        number = version.integer(-(10**9), 10**9)
        if number is not None and number > FORMAT:
            version.refuse(f"format is {number}, but this torchgrade reads format {FORMAT}; upgrade torchgrade")
            return None
        if number is not None and number < FORMAT:
            version.refuse(f"format is {number}, which torchgrade no longer reads; rewrite the file in format {FORMAT}")
            return None
    return root
