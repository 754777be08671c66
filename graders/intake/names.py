"""Which file names are safe, ignored, reserved or alike. Pure functions over relative names with forward slashes."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

MAX_COMPONENT_BYTES = 255
MAX_NAME_BYTES = 1024
MAX_DEPTH = 32
MAX_SHOWN_CHARS = 120

SOURCE_SUFFIXES = frozenset({".py", ".ipynb"})
JUNK_NAMES = frozenset({"__MACOSX", "__pycache__", "Thumbs.db", "desktop.ini"})
RESERVED_ANYWHERE = frozenset({"conftest.py", "sitecustomize.py", "usercustomize.py", "setup.py", "pytest.ini"})
# A file of ours or of the standard library under the same name would be found first by ``import``.
SHADOWED_MODULES = sys.stdlib_module_names | {"torch", "numpy", "torchgrade", "hypothesis", "pytest", "worker"}


def show(text: str, *, limit: int = MAX_SHOWN_CHARS) -> str:
    """Return ``text`` with everything a terminal could act on escaped, cut to ``limit`` characters."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(char if char.isprintable() else _escape(char) for char in cut)


def show_list(names: Iterable[str], *, limit: int = 5) -> str:
    """Return the first names joined by commas, and how many more there are."""
    ordered = sorted(names)
    more = f" and {len(ordered) - limit} more" if len(ordered) > limit else ""
    return ", ".join(show(name) for name in ordered[:limit]) + more


def is_source(name: str) -> bool:
    """Say whether a file is Python or a notebook by its suffix (``.PY`` from Windows counts)."""
    return PurePosixPath(name).suffix.lower() in SOURCE_SUFFIXES


def is_junk(name: str) -> bool:
    """Say whether a name is hidden or left behind by an operating system, an editor or Python."""
    return any(part in JUNK_NAMES or (part.startswith(".") and part not in {".", ".."}) for part in name.split("/"))


def is_reserved(name: str) -> bool:
    """Say whether Python or pytest would run this file by itself, or import it in place of a real module."""
    path = PurePosixPath(name)
    if path.name.lower() in RESERVED_ANYWHERE or path.suffix.lower() == ".pth":
        return True
    if path.suffix != ".py":
        return False
    return path.parts[0].removesuffix(".py") in SHADOWED_MODULES


def unsafe_path(name: str) -> str | None:
    """Return why an archive member's name could escape its folder, or None. Never true of an honest archive."""
    if name.startswith("/"):
        return "it is an absolute path"
    if "\\" in name:
        return "it has a backslash"
    if "\0" in name:
        return "it has a NUL byte"
    if len(name) > 1 and name[1] == ":":
        return "it starts with a drive letter"
    if ".." in name.split("/"):
        return "it has '..'"
    if any(part in {"", "."} for part in name.removesuffix("/").split("/")):
        return "it has an empty part"
    return None


def is_odd(name: str) -> bool:
    """Say whether a name has anything but letters and digits of any script, ``_ . - ( )`` and inner spaces."""
    parts = unicodedata.normalize("NFC", name).split("/")
    return len(parts) > MAX_DEPTH or _size(name) > MAX_NAME_BYTES or any(_is_odd_part(part) for part in parts)


def find_twins(names: Iterable[str]) -> tuple[str, str] | None:
    """Return two paths that some file system takes for one (by case or Unicode form), or a file that is also a folder.

    The graders scan one and could run the other, so neither is safe.
    """
    spellings: dict[str, str] = {}
    ordered = sorted(names)
    for name in ordered:
        parts = name.split("/")
        for depth in range(1, len(parts) + 1):
            path = "/".join(parts[:depth])
            first = spellings.setdefault(_fold(path), path)
            if first != path:
                return first, path
    files: set[str] = set()
    for name in ordered:
        if name in files:
            return name, name
        files.add(name)
    for name in ordered:
        for parent in PurePosixPath(name).parents:
            if str(parent) in files:
                return str(parent), name
    return None


def common_folder(names: Iterable[str]) -> str:
    """Return the folder (with its slash) that every file is in, or "". A Python package keeps its folder."""
    prefix = ""
    rest = list(names)
    while rest:
        heads = {name.partition("/")[0] for name in rest}
        if len(heads) != 1 or not all("/" in name for name in rest):
            return prefix
        head = heads.pop()
        inner = [name.partition("/")[2] for name in rest]
        if "__init__.py" in inner:
            return prefix
        prefix, rest = f"{prefix}{head}/", inner
    return prefix


def _fold(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _size(name: str) -> int:
    return len(name.encode("utf-8", "surrogatepass"))


def _is_odd_part(part: str) -> bool:
    if not part or _size(part) > MAX_COMPONENT_BYTES:
        return True
    if not (part[0].isalnum() or part[0] in "_(") or part[-1] in " .":
        return True
    # Thai, Hindi and others write vowels as combining marks.
    return not all(char.isalnum() or char in "_.-() " or unicodedata.category(char) in {"Mn", "Mc"} for char in part)


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
