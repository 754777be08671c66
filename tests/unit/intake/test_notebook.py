"""Notebooks become their code cells."""

from __future__ import annotations

import json

import nbformat
import pytest

from torchgrade.graders.intake.notebook import NotebookText, read_notebook
from torchgrade.graders.submission import MAX_FILE_BYTES, Cell, FaultKind


def notebook(*sources: str | list[str], **metadata: object) -> bytes:
    cells = [{"cell_type": "code", "source": source, "metadata": {}, "outputs": [{"x": "y"}]} for source in sources]
    markdown = {"cell_type": "markdown", "source": "# print(", "attachments": {"a.png": {}}}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": [markdown, *cells]}).encode()


def read(data: bytes) -> NotebookText:
    return read_notebook("hw.ipynb", data)


def only_message(data: bytes) -> str:
    text = read(data)
    (fault,) = text.faults
    assert (None, FaultKind.ERROR, "hw.ipynb") == (text.file, fault.kind, fault.file)
    assert fault.message.ko
    return fault.message.en


def test_code_cells_are_kept_in_order() -> None:
    text = read(notebook("x = 1", "", ["y = 2\n", "z = 3"]))
    assert text.file is not None
    assert (Cell(number=1, source="x = 1"), Cell(number=3, source="y = 2\nz = 3")) == text.file.cells
    assert "x = 1\n\ny = 2\nz = 3" == text.file.source
    assert ((), ()) == (text.faults, text.notices)


def test_what_jupyter_writes_is_read_in_format_3_and_4() -> None:
    new = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x = 1"), nbformat.v4.new_markdown_cell("hi")])
    old = nbformat.v3.new_notebook(
        worksheets=[nbformat.v3.new_worksheet(cells=[nbformat.v3.new_code_cell(input="x = 1")])]
    )
    for made, version in ((new, 4), (old, 3)):
        text = read(nbformat.writes(made, version).encode())
        assert text.file is not None and text.file.cells == (Cell(number=1, source="x = 1"),)


def test_the_place_of_the_cells_decides_between_format_3_and_4() -> None:
    new, old = {"cell_type": "code", "source": "x = 1"}, {"cell_type": "code", "input": "x = 1"}
    for made in ({"nbformat": 3, "cells": [new]}, {"nbformat": 4, "worksheets": [{"cells": [old]}]}):
        text = read(json.dumps(made).encode())
        assert text.file is not None and text.file.source == "x = 1"


def test_magics_are_dropped_with_one_notice() -> None:
    text = read(notebook("%matplotlib inline\nx = 1", "!pip a", "%%bash\nls", "y?", "if x:\n    !ls"))
    assert text.file is not None and text.file.cells is not None
    assert [1, 5] == [cell.number for cell in text.file.cells]
    assert (
        "hw.ipynb: dropped 5 IPython line(s): cell 1: %matplotlib inline; cell 2: !pip a; cell 3: %%bash; …",
    ) == text.notices


def test_a_broken_cell_is_named_and_the_others_go_on() -> None:
    text = read(notebook("x = 1", "y = 1\ndef f(:\n", "z = 3"))
    assert text.file is not None and text.file.cells is not None
    assert [1, 3] == [cell.number for cell in text.file.cells]
    (fault,) = text.faults
    assert fault.message.en.startswith("hw.ipynb cell 2:2:")
    assert "hw.ipynb" == fault.file


def test_many_broken_cells_give_a_short_list() -> None:
    text = read(notebook(*["("] * 30))
    assert 11 == len(text.faults)
    assert "20 more cells" in text.faults[-1].message.en


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"cells": [\n{', "JSON breaks at line 2"),
        (b"", "JSON breaks at line 1"),
        (b"[]", "no cells"),
        (b'{"nbformat": 4}', "no cells"),
        (b'{"cells": 3}', "cells can't be read"),
        (b'{"worksheets": [3]}', "cells can't be read"),
        (b'{"worksheets": 3}', "cells can't be read"),
        (b'{"nbformat": 5, "cells": []}', "save it as format 4"),
        (b'{"nbformat": [], "cells": []}', "save it as format 4"),
        (b'{"cells": [3]}', "cells can't be read"),
        (b'{"cells": [{"cell_type": "code"}]}', "cells can't be read"),
        (b'{"cells": [{"cell_type": "code", "source": [3]}]}', "cells can't be read"),
        (b'{"cells": [{"cell_type": "code", "source": "x = \'\\ud800\'"}]}', "half of a character"),
        (b'{"cells": [{"cell_type": "code", "source": "x\\u0000"}]}', "NUL"),
        (b'{"a": ' + b"[" * 100_000, "can't be read"),
        (b'{"a": ' + b"1" * 5000 + b"}", "can't be read"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_what_is_no_notebook_is_told(data: bytes, reason: str) -> None:
    message = only_message(data)
    assert "not a readable notebook" in message
    assert reason in message


def test_a_notebook_for_another_language_is_told() -> None:
    assert "for R, not Python" in only_message(notebook("x <- 1", kernelspec={"language": "R"}))
    assert read(notebook("x = 1", language_info={"name": "python"}, kernelspec=3)).file is not None


def test_a_notebook_without_code_is_told() -> None:
    assert "no code" in only_message(notebook())
    assert "no code" in only_message(notebook("# only a comment", "!ls"))


def test_outputs_count_for_nothing_and_code_for_its_limit() -> None:
    fits = "#" * (MAX_FILE_BYTES - len("x=1\n")) + "\nx=1"
    text = read(notebook(fits))
    assert text.file is not None and MAX_FILE_BYTES == len(text.file.source)
    assert "larger than 256 KiB" in only_message(notebook(fits + "0"))


def test_too_much_code_is_not_even_parsed() -> None:
    assert "larger than 256 KiB" in only_message(notebook("x = [" + "(" * MAX_FILE_BYTES))


def test_line_ends_and_direction_controls() -> None:
    text = read(notebook("x = 1\r\ny = '\u202e'"))
    assert text.file is not None and "\r" not in text.file.source
    assert "hw.ipynb cell 1:2: text direction control" in text.notices[0]
