"""What is IPython's and what is Python's in a cell."""

from __future__ import annotations

import ast

import pytest

from torchgrade.graders.intake.magics import drop_magics


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib inline",
        "  %timeit f()",
        "!pip install torch",
        "!ls (",
        "?torch",
        "torch.nn?",
        "torch.nn.Linear??",
        "??f",
        "files = !ls",
        "a, b = !ls",
        "result = %time f(1)",
        "x.y = %sql select",
        "%%html?",
    ],
)
def test_a_line_that_only_ipython_reads_is_dropped(line: str) -> None:
    cell = drop_magics(f"x = 1\n{line}\ny = 2")
    assert (line.strip(),) == cell.dropped
    assert ["x = 1", "y = 2"] == [text for text in cell.source.split("\n") if text.strip() not in ("", "pass")]


@pytest.mark.parametrize(
    "source",
    [
        "x = (a\n % b)",
        "x = a \\\n % b",
        "x = '''\n%matplotlib\n!ls\nwhat?\n'''",
        'x = """a\\"""\n!ls\n"""',
        "x = [\n  '(',\n  # )\n  a\n  % b]",
        "x = 'a\\\n%b'",
        "x = a != b",
        "x = 5 % 3",
        "# what?",
        "f'{x!r}'",
        "x = '%d' % 3",
        "def f():\n    '''Is it?\n    %s\n    '''\n    return 1",
        "x = {'a': 1,\n 'b': 2}",
    ],
)
def test_python_is_kept_as_it_is(source: str) -> None:
    ast.parse(source)
    cell = drop_magics(source)
    assert (source, ()) == (cell.source, cell.dropped)


@pytest.mark.parametrize("magic", ["%%bash", "%%writefile a.py", "%%html", "%%javascript", "%%sh -e", "%%python3"])
def test_a_cell_for_something_else_becomes_empty(magic: str) -> None:
    cell = drop_magics(f"\n{magic}\necho hi\n")
    assert ("", (magic,)) == (cell.source, cell.dropped)


@pytest.mark.parametrize("magic", ["%%time", "%%timeit -n 1", "%%capture out"])
def test_a_timed_cell_loses_only_its_first_line(magic: str) -> None:
    cell = drop_magics(f"{magic}\nx = 1")
    assert ("\nx = 1", (magic,)) == (cell.source, cell.dropped)


def test_a_block_left_empty_gets_a_pass() -> None:
    cell = drop_magics("if True:\n    !ls\nfor i in x:\n    %time f()\n    g()")
    assert "if True:\n    pass\nfor i in x:\n    pass\n    g()" == cell.source


def test_a_shell_line_goes_on_after_a_backslash() -> None:
    cell = drop_magics("!pip install \\\n  torch \\\n  'x\ny = 1")
    assert ("\n\n\ny = 1", 1) == (cell.source, len(cell.dropped))


def test_lines_keep_their_numbers() -> None:
    source = "%time\nx = 1\n!ls\n?x\ny = 2"
    assert source.count("\n") == drop_magics(source).source.count("\n")


def test_a_cell_indented_as_a_whole_is_read_as_ipython_does() -> None:
    assert "x = 1\nif x:\n    y = 2" == drop_magics("    x = 1\n    if x:\n        y = 2").source


@pytest.mark.timeout(10)  # with the square of its length it would be hours
@pytest.mark.parametrize("line", [" " * 300_000 + "x#", "a" + " " * 300_000 + "b", "a." * 150_000 + "#"])
def test_a_long_line_takes_no_longer_than_its_length(line: str) -> None:
    assert not drop_magics(f"x = 1\n{line}").dropped
