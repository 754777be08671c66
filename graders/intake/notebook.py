"""From the bytes of a ``.ipynb`` to its code cells; outputs, pictures and other cells are never looked at.

nbformat knows the formats. It is given the cells alone, since it would look at everything else, too, which may be made
to harm. The JSON is read here, because a message should name the line where it breaks.
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
    return _code(shown, notebook)


def _language(notebook: dict[str, object]) -> str | None:
    metadata = notebook.get("metadata")
    if not isinstance(metadata, dict):
        return None
    for section, key in (("language_info", "name"), ("kernelspec", "language")):
        found = metadata.get(section)
        if isinstance(found, dict) and isinstance(found.get(key), str) and found[key]:
            return str(found[key])
    return None


def _code(shown: str, notebook: dict[str, object]) -> list[str] | Fault:
    """Return the text of each code cell, whatever format the notebook is in."""
    import nbformat  # a seventh of a second, for those who hand in notebooks

    if "cells" not in notebook and "worksheets" not in notebook:
        return _broken(shown, "it has no cells", "셀이 없습니다")
    looks = 4 if "cells" in notebook else 3
    version = notebook.setdefault("nbformat", looks)
    if version in (3, 4):
        version = notebook["nbformat"] = looks  # where the cells are decides: not every tool that converts says so
    if not isinstance(version, int) or version not in nbformat.versions:
        return _broken(
            shown,
            "its format is unknown; save it as format 4",
            "알 수 없는 형식입니다. nbformat 4 형식으로 저장하세요",
        )
    try:
        bare, count = _only_code(notebook)
        if count > MAX_CELLS:
            return mistake(
                f"{shown}: more than {MAX_CELLS} code cells. Hand in a shorter notebook.",
                f"{shown}: 코드 셀이 {MAX_CELLS}개보다 많습니다. 더 짧은 노트북을 제출하세요.",
                file=shown,
            )
        read = nbformat.versions[version].to_notebook_json(bare)
        cells = nbformat.convert(read, 4).cells  # type: ignore[no-untyped-call] # the library leaves it unannotated
        texts = [cell.source for cell in cells if cell.cell_type == "code"]
    except Exception:  # noqa: BLE001 - what is missing, or of another type, makes it trip in many ways
        texts = [None]
    if not all(isinstance(text, str) for text in texts):
        return _broken(shown, "its cells can't be read", "셀을 읽을 수 없습니다")
    return texts


def _only_code(notebook: dict[str, object]) -> tuple[dict[str, object], int]:
    """Return a notebook's code cells without outputs and metadata, in their format, and how many they are."""
    bare: dict[str, object] = {"nbformat": notebook["nbformat"], "nbformat_minor": 0, "metadata": {}}
    if "cells" in notebook:
        cells = _bare_cells(notebook["cells"])
        return bare | {"cells": cells}, len(cells)
    sheets = notebook["worksheets"]
    if not isinstance(sheets, list):
        raise TypeError("worksheets are a list")
    kept = [{"cells": _bare_cells(sheet["cells"])} for sheet in sheets]
    return bare | {"worksheets": kept}, sum(len(sheet["cells"]) for sheet in kept)


def _bare_cells(cells: object) -> list[dict[str, object]]:
    if not isinstance(cells, list):
        raise TypeError("cells are a list")
    text = ("cell_type", "source", "input", "code", "language")  # code and input: formats 1 to 3
    return [
        {key: cell[key] for key in text if key in cell} | {"metadata": {}, "outputs": []}
        for cell in cells
        if cell["cell_type"] == "code"
    ]


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
