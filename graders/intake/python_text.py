"""From the bytes of a ``.py`` file to source that parses, or to the one fault a student can act on."""

from __future__ import annotations

import ast
import re
import warnings

from torchgrade.graders.intake.errors import mistake
from torchgrade.graders.intake.names import show
from torchgrade.graders.intake.scan import deepest_line
from torchgrade.graders.submission import Fault

MAX_NESTING = 200
MAX_SHOWN_LINE = 120
# Python 3.11 takes time with the square of an f-string's fields.
MAX_BRACES_WITH_F_STRINGS = 20_000
# PEP 263, as Lib/tokenize.py has it.
_COOKIE = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
_BLANK = re.compile(r"^[ \t\f]*(?:#.*)?$")
_UTF8_COOKIES = frozenset({"utf-8", "utf8", "u8", "utf-8-sig", "utf-8-unix", "utf-8-dos", "utf-8-mac"})
_F_STRING = re.compile(r"""\b(?:f|fr|rf)['"]""", re.IGNORECASE)
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MAGIC_BYTES = (
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"%PDF", "a PDF document"),
)


def decode_source(name: str, data: bytes) -> str | Fault:
    """Return the text with ``\\n`` line ends and no byte order mark, or why it can't be read as UTF-8 Python."""
    shown = show(name)
    kind = next((kind for magic, kind in _MAGIC_BYTES if data.startswith(magic)), None)
    if kind is not None and (kind != "a Windows program" or b"\0" in data):
        return mistake(
            f"{shown}: this is {kind}, not Python text. Hand in the .py file itself.",
            f"{shown}: 파이썬 텍스트가 아닙니다 ({kind}). .py 파일 자체를 제출하세요.",
            file=shown,
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _encoding_fault(shown, "it is UTF-16", "UTF-16입니다")
    nul = data.find(b"\0")
    if nul != -1:
        line = data.count(b"\n", 0, nul) + 1
        return mistake(
            f"{shown}:{line}: a NUL byte. Save the file as plain UTF-8 text and hand it in again.",
            f"{shown}:{line}: NUL 바이트가 있습니다. 파일을 일반 UTF-8 텍스트로 저장해 다시 제출하세요.",
            file=shown,
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        return _encoding_fault(
            f"{shown}:{line}", f"byte 0x{byte:02x} is not UTF-8", f"0x{byte:02x} 바이트는 UTF-8이 아닙니다", file=shown
        )
    text = normalize_newlines(text)
    cookie = _cookie(text)
    if cookie is not None and cookie.lower().replace("_", "-") not in _UTF8_COOKIES:
        named = show(cookie, limit=40)
        return _encoding_fault(shown, f"its coding comment says '{named}'", f"coding 주석이 '{named}'입니다")
    return text


def normalize_newlines(text: str) -> str:
    """Return the text with every line end that Python knows written as ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_fault(where: str, source: str, *, file: str) -> Fault | None:
    """Return why the source doesn't parse, or None. ``where`` opens the message: a file, or a file and cell."""
    depth, line = deepest_line(source)
    if depth > MAX_NESTING:
        return _too_deep(f"{where}:{line}", file)
    if source.count("{") > MAX_BRACES_WITH_F_STRINGS and _F_STRING.search(source):
        return mistake(
            f"{where}: f-strings and more than {MAX_BRACES_WITH_F_STRINGS} braces. Move data out of the code.",
            f"{where}: f-string이 있고 중괄호가 {MAX_BRACES_WITH_F_STRINGS}개를 넘습니다. 데이터를 코드에서 빼세요.",
            file=file,
        )
    try:
        with warnings.catch_warnings():
            # Python warns of '\d' and the like; that is no fault, and what it prints is not ours to print.
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (RecursionError, MemoryError):
        return _too_deep(where, file)
    except SyntaxError as error:
        return _syntax_fault(where, source, error, file=file)
    except ValueError as error:
        # Source that can't be encoded, such as a lone surrogate from a notebook's JSON.
        return mistake(
            f"{where}: Python can't read this text ({show(str(error))}).",
            f"{where}: 파이썬이 읽을 수 없는 텍스트입니다 ({show(str(error))}).",
            file=file,
        )
    return _too_deep(where, file) if _is_too_deep(tree) else None


def is_empty(source: str) -> bool:
    """Say whether there is nothing but blank lines and comments."""
    return all(_BLANK.match(line) for line in source.split("\n"))


def empty_fault(name: str) -> Fault:
    """Return the fault of a file without any code."""
    shown = show(name)
    return mistake(
        f"{shown}: the file is empty or has only comments. Check that you saved it before handing it in.",
        f"{shown}: 파일이 비어 있거나 주석만 있습니다. 저장한 뒤 제출했는지 확인하세요.",
        file=shown,
    )


def bidi_notice(where: str, source: str) -> str | None:
    """Return a notice of characters that make an editor show code in another order than it runs, or None."""
    found = _BIDI.search(source)
    if found is None:
        return None
    line = source.count("\n", 0, found.start()) + 1
    return (
        f"{where}:{line}: text direction control U+{ord(found.group()):04X}; the code may not run in the order it shows"
    )


def _cookie(text: str) -> str | None:
    first, _, rest = text.partition("\n")
    found = _COOKIE.match(first)
    if found is None and _BLANK.match(first):
        found = _COOKIE.match(rest.partition("\n")[0])
    return None if found is None else found.group(1)


def _encoding_fault(where: str, en: str, ko: str, *, file: str | None = None) -> Fault:
    return mistake(
        f"{where}: {en}. Save the file as UTF-8 and hand it in again.",
        f"{where}: {ko}. 파일을 UTF-8로 저장해 다시 제출하세요.",
        file=file or where,
    )


def _too_deep(where: str, file: str) -> Fault:
    return mistake(
        f"{where}: the code is nested more than {MAX_NESTING} levels deep. Write it in several shorter statements.",
        f"{where}: 코드의 중첩이 {MAX_NESTING}단계보다 깊습니다. 더 짧은 여러 문장으로 나누어 쓰세요.",
        file=file,
    )


def _is_too_deep(tree: ast.AST) -> bool:
    """Say whether the tree is too deep for the scans that follow, which recurse. This one doesn't."""
    level: list[ast.AST] = [tree]
    for _ in range(MAX_NESTING + 1):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        if not level:
            return False
    return True


def _syntax_fault(where: str, source: str, error: SyntaxError, *, file: str) -> Fault:
    place = where if error.lineno is None else f"{where}:{error.lineno}:{max(error.offset or 1, 1)}"
    reason = show(error.msg or "invalid syntax", limit=200)
    lines = source.split("\n")
    row = (error.lineno or 0) - 1
    line = show(lines[row].strip(), limit=MAX_SHOWN_LINE) if 0 <= row < len(lines) else ""
    quoted = f"\n    {line}" if line else ""
    if "int_max_str_digits" in reason:
        return mistake(
            f"{place}: a whole number with more than 4300 digits; Python refuses those. Compute it instead.{quoted}",
            f"{place}: 4300자리가 넘는 정수는 파이썬이 받지 않습니다. 계산해서 만드세요.{quoted}",
            file=file,
        )
    return mistake(
        f"{place}: Python can't parse this: {reason}. Correct the line and hand it in again.{quoted}",
        f"{place}: 파이썬 문법 오류입니다: {reason}. 이 줄을 고쳐 다시 제출하세요.{quoted}",
        file=file,
    )
