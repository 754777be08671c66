"""A small, strict YAML: mappings, lists and scalars, each with its line.

PyYAML's own loader forgets lines, keeps the last of two equal keys, follows aliases (which can blow a small file up
to gigabytes) and reads ``no`` as False. This reads the parser's events instead and refuses what a pack has no use for:
anchors, aliases, merge keys, tags, duplicate keys, several documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import yaml

from torchgrade.graders.packs.mistakes import MistakeLog

MAX_YAML_BYTES = 256 * 1024
MAX_DEPTH = 16

_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "false": False}
# YAML 1.1 read these as booleans and YAML 1.2 as text, so whoever writes one bare may mean either.
_AMBIGUOUS = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false"})


class ScalarKind(Enum):
    """What a scalar is before anybody asks for a type. AMBIGUOUS is a bare yes, no, on, off, True or False."""

    TEXT = "text"
    INT = "an integer"
    FLOAT = "a number"
    BOOL = "a boolean"
    NULL = "empty"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """One value as written. ``quoted`` text is text, whatever it looks like."""

    text: str
    quoted: bool
    line: int

    @property
    def kind(self) -> ScalarKind:
        """Return what the text looks like, by the core schema of YAML 1.2."""
        if self.quoted:
            return ScalarKind.TEXT
        if self.text in _NULL:
            return ScalarKind.NULL
        if self.text in _BOOL:
            return ScalarKind.BOOL
        if self.text.lower() in _AMBIGUOUS:
            return ScalarKind.AMBIGUOUS
        if _INT.fullmatch(self.text):
            return ScalarKind.INT
        if _FLOAT.fullmatch(self.text):
            return ScalarKind.FLOAT
        return ScalarKind.TEXT

    @property
    def boolean(self) -> bool:
        """Return the value of a scalar whose kind is BOOL."""
        return _BOOL[self.text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A sequence of nodes."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys and their nodes, in the file's order. A value has the line of its key, where an author looks for it."""

    entries: dict[str, Node]
    key_lines: dict[str, int]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A node whose mistake is already noted; whoever reads it stays silent."""

    line: int


Node = Scalar | Listing | Mapping | Broken


def compose(text: str, path: str, log: MistakeLog) -> Node:
    """Return the one document in ``text``; note every mistake of form under ``path``. Never raises."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_YAML_BYTES:
        log.add(path, 1, f"the file is larger than {MAX_YAML_BYTES // 1024} KiB")
        return Broken(line=1)
    composer = _Composer(text, path, log)
    try:
        return composer.document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        if isinstance(error, yaml.reader.ReaderError):
            line = text.count("\n", 0, error.position) + 1
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        log.add(path, line, f"this is not YAML: {problem}")
    except (ValueError, OverflowError):
        # PyYAML lets these out for a version number or an escape such as "\U99999999" that no character has.
        log.add(path, composer.line, "this is not YAML: an escape or a number is out of range")
    except _TooDeep as error:
        log.add(path, error.line, f"lists and mappings are nested deeper than {MAX_DEPTH}")
    return Broken(line=1)


class _TooDeep(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Composer:
    def __init__(self, text: str, path: str, log: MistakeLog) -> None:
        self._text = text
        self._path = path
        self._log = log
        self.line = 1

    def _refuse(self, line: int, message: str) -> Broken:
        self._log.add(self._path, line, message)
        return Broken(line=line)

    def _events(self) -> Iterator[yaml.Event]:
        # The pure Python parser: its messages do not depend on how PyYAML was built.
        for event in yaml.parse(self._text, Loader=yaml.SafeLoader):
            self.line = _line_of(event)
            yield event

    def document(self) -> Node:
        events = self._events()
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    return self._refuse(self.line, "the file holds more than one document; remove the line ---")
                root = self._node(next(events), events, 0)
        if root is None or (isinstance(root, Scalar) and root.kind is ScalarKind.NULL):
            return self._refuse(1, "the file is empty")
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        line = _line_of(event)
        if depth > MAX_DEPTH:
            raise _TooDeep(line)
        if isinstance(event, yaml.AliasEvent):
            return self._refuse(line, f"the alias *{event.anchor} cannot be used here; write the value out")
        refused = False
        if getattr(event, "anchor", None) is not None:
            self._refuse(line, f"the anchor &{event.anchor} cannot be used here; remove it")  # type: ignore[attr-defined]  # only NodeEvents have one
            refused = True
        if getattr(event, "tag", None) is not None:
            self._refuse(line, f"the tag {event.tag} cannot be used here; remove it (quotes make text)")  # type: ignore[attr-defined]  # as above
            refused = True
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._listing(events, line, depth)
        else:
            node = self._mapping(events, line, depth)
        return Broken(line=line) if refused else node

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Node:
        unprintable = [
            char for char in event.value if (char < " " and char not in "\n\t") or "\ud800" <= char <= "\udfff"
        ]
        if unprintable:
            return self._refuse(
                line, f"the text holds the character U+{ord(unprintable[0]):04X}, which cannot be shown"
            )
        return Scalar(text=event.value, quoted=event.style is not None, line=line)

    def _listing(self, events: Iterator[yaml.Event], line: int, depth: int) -> Listing:
        items = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, depth + 1))
        return Listing(items=tuple(items), line=line)

    def _mapping(self, events: Iterator[yaml.Event], line: int, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        key_lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events, depth + 1)
            value = _at_line(self._node(next(events), events, depth + 1), key.line)
            if isinstance(key, Broken):
                continue
            if not isinstance(key, Scalar):
                self._refuse(key.line, "a key must be a plain word")
            elif key.text == "<<" and not key.quoted:
                self._refuse(key.line, "the merge key << cannot be used here; write the keys out")
            elif key.text in entries:
                self._refuse(key.line, f"the key {key.text!r} is already given on line {key_lines[key.text]}")
            else:
                entries[key.text] = value
                key_lines[key.text] = key.line
        return Mapping(entries=entries, key_lines=key_lines, line=line)


def _line_of(event: yaml.Event) -> int:
    return 1 if event.start_mark is None else event.start_mark.line + 1


def _at_line(node: Node, line: int) -> Node:
    match node:
        case Scalar():
            return Scalar(text=node.text, quoted=node.quoted, line=line)
        case Listing():
            return Listing(items=node.items, line=line)
        case Mapping():
            return Mapping(entries=node.entries, key_lines=node.key_lines, line=line)
        case Broken():
            return Broken(line=line)
