"""From the bytes of a ``.ipynb`` to its code cells; outputs, pictures and other cells are never looked at.

The cells are read from the JSON directly: both layouts in use (format 4, and 1 to 3 with worksheets) need three keys of
it, and a validator would look at everything that is to be ignored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from torchgrade.graders.intake.errors import mistake
from torchgrade.graders.intake.magics import drop_magics
from torchgrade.graders.intake.names import show
from torchgrade.graders.intake.python_text import bidi_notice, is_empty, normalize_newlines, parse_fault
from torchgrade.graders.submission import MAX_FILE_BYTES, Cell, Fault, SourceFile

MAX_CELLS = 2000
MAX_SHOWN_MAGICS = 3
MAX_SHOWN_CELL_FAULTS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NotebookText:
    """A notebook's good cells as a source file (None without any), and what is wrong or left out."""

    file: SourceFile | None
    faults: tuple[Fault, ...] = ()
    notices: tuple[str, ...] = ()


def read_notebook(name: str, data: bytes) -> NotebookText:
    """Return the cells that parse, and a fault for each that does not. Never raises."""
    shown = show(name)
    sources = _load_cells(shown, data)
    if isinstance(sources, Fault):
        return NotebookText(file=None, faults=(sources,))
    # Counted before parsing, which is slow for megabytes; a blank line joins two cells.
    pythons = [drop_magics(normalize_newlines(raw)) for raw in sources]
    if sum(len(python.source.encode("utf-8", "surrogatepass")) + 2 for python in pythons) - 2 > MAX_FILE_BYTES:
        return NotebookText(file=None, faults=(_too_much_code(shown),))
    cells: list[Cell] = []
    faults: list[Fault] = []
    notices: list[str] = []
    dropped: list[str] = []
    for number, python in enumerate(pythons, start=1):
        dropped += [f"cell {number}: {show(line, limit=60)}" for line in python.dropped]
        where = f"{shown} cell {number}"
        fault = _cell_fault(where, python.source, file=shown)
        if fault is not None:
            faults.append(fault)
        elif not is_empty(python.source):
            cells.append(Cell(number=number, source=python.source))
            notice = bidi_notice(where, python.source)
            notices += [notice] if notice is not None else []
    if dropped:
        first = "; ".join(dropped[:MAX_SHOWN_MAGICS]) + ("; …" if len(dropped) > MAX_SHOWN_MAGICS else "")
        notices.insert(0, f"{shown}: dropped {len(dropped)} IPython line(s): {first}")
    source = "\n\n".join(cell.source for cell in cells)
    if not cells:
        return NotebookText(
            file=None, faults=tuple(_first(faults, shown)) or (_no_code(shown),), notices=tuple(notices)
        )
    file = SourceFile(name=name, source=source, cells=tuple(cells))
    return NotebookText(file=file, faults=tuple(_first(faults, shown)), notices=tuple(notices))


def _load_cells(shown: str, data: bytes) -> list[str] | Fault:
    """Return every code cell's source in order, or why this is no Python notebook."""
    try:
        notebook: object = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _broken(shown, "it is not UTF-8 text", "UTF-8 텍스트가 아닙니다")
    except json.JSONDecodeError as error:
        return _broken(
            shown, f"its JSON breaks at line {error.lineno}", f"JSON이 {error.lineno}번째 줄에서 잘못되었습니다"
        )
    except (ValueError, RecursionError):
        return _broken(shown, "its JSON can't be read", "JSON을 읽을 수 없습니다")
    if not isinstance(notebook, dict):
        return _broken(shown, "it has no cells", "셀이 없습니다")
    language = _language(notebook)
    if language is not None and "python" not in language.lower():
        named = show(language, limit=40)
        return mistake(
            f"{shown}: this notebook is for {named}, not Python. Hand in a Python notebook.",
            f"{shown}: 파이썬이 아니라 {named} 노트북입니다. 파이썬 노트북을 제출하세요.",
            file=shown,
        )
    cells = _cells_of(notebook)
    if cells is None:
        return _broken(shown, "it has no cells", "셀이 없습니다")
    sources = list(_sources(cells))
    texts = [source for source in sources if source is not None]
    if len(texts) < len(sources):
        return _broken(shown, "a code cell has no text", "텍스트가 없는 코드 셀이 있습니다")
    if len(texts) > MAX_CELLS:
        return mistake(
            f"{shown}: more than {MAX_CELLS} code cells. Hand in a shorter notebook.",
            f"{shown}: 코드 셀이 {MAX_CELLS}개보다 많습니다. 더 짧은 노트북을 제출하세요.",
            file=shown,
        )
    return texts


def _language(notebook: dict[str, object]) -> str | None:
    metadata = notebook.get("metadata")
    if not isinstance(metadata, dict):
        return None
    for section, key in (("language_info", "name"), ("kernelspec", "language")):
        found = metadata.get(section)
        if isinstance(found, dict) and isinstance(found.get(key), str) and found[key]:
            return str(found[key])
    return None


def _cells_of(notebook: dict[str, object]) -> list[object] | None:
    """Return all cells: format 4 has them at the top, older ones in worksheets."""
    cells = notebook.get("cells")
    if isinstance(cells, list):
        return cells
    sheets = notebook.get("worksheets")
    if not isinstance(sheets, list):
        return None
    found: list[object] = []
    for sheet in sheets:
        inner = sheet.get("cells") if isinstance(sheet, dict) else None
        if not isinstance(inner, list):
            return None
        found += inner
    return found


def _sources(cells: list[object]) -> Iterator[str | None]:
    """Yield each code cell's text, or None where there is none to read."""
    for cell in cells:
        if not isinstance(cell, dict):
            yield None
        elif cell.get("cell_type") == "code":
            source = cell.get("source", cell.get("input"))
            if isinstance(source, list) and all(isinstance(piece, str) for piece in source):
                yield "".join(source)
            else:
                yield source if isinstance(source, str) else None


def _cell_fault(where: str, source: str, *, file: str) -> Fault | None:
    if not source.isascii():
        try:
            source.encode()
        except UnicodeEncodeError:
            return _broken(where, "it has half of a character", "깨진 문자가 있습니다", file=file)
    if "\0" in source:
        return _broken(where, "it has a NUL character", "NUL 문자가 있습니다", file=file)
    return None if is_empty(source) else parse_fault(where, source, file=file)


def _first(faults: list[Fault], shown: str) -> Iterator[Fault]:
    """Yield the first faults; a notebook of broken cells needs no thousand messages."""
    yield from faults[:MAX_SHOWN_CELL_FAULTS]
    more = len(faults) - MAX_SHOWN_CELL_FAULTS
    if more > 0:
        yield mistake(
            f"{shown}: {more} more cells don't parse.",
            f"{shown}: 문법 오류가 있는 셀이 {more}개 더 있습니다.",
            file=shown,
        )


def _broken(where: str, en: str, ko: str, *, file: str | None = None) -> Fault:
    return mistake(
        f"{where}: not a readable notebook: {en}. Open it in Jupyter, save it and hand it in again.",
        f"{where}: 읽을 수 없는 노트북입니다: {ko}. 주피터에서 열어 저장한 뒤 다시 제출하세요.",
        file=file or where,
    )


def _no_code(shown: str) -> Fault:
    return mistake(
        f"{shown}: the notebook has no code. Check that you saved it before handing it in.",
        f"{shown}: 노트북에 코드가 없습니다. 저장한 뒤 제출했는지 확인하세요.",
        file=shown,
    )


def _too_much_code(shown: str) -> Fault:
    limit = MAX_FILE_BYTES // 1024
    return mistake(
        f"{shown}: its code cells are larger than {limit} KiB. Remove data pasted into the code.",
        f"{shown}: 코드 셀이 {limit} KiB보다 큽니다. 코드에 붙여 넣은 데이터를 지우세요.",
        file=shown,
    )
