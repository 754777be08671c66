"""What a .py file must be before anybody scans or runs it."""

from __future__ import annotations

import pytest

from torchgrade.graders.intake.python_text import bidi_notice, decode_source, is_empty, parse_fault
from torchgrade.graders.submission import Fault, FaultKind


def refusal(data: bytes) -> Fault:
    fault = decode_source("a.py", data)
    assert isinstance(fault, Fault)
    assert (FaultKind.ERROR, "a.py") == (fault.kind, fault.file)
    assert fault.message.ko
    return fault


def syntax(source: str) -> Fault:
    fault = parse_fault("a.py", source, file="a.py")
    assert fault is not None
    assert (FaultKind.ERROR, "a.py") == (fault.kind, fault.file)
    return fault


def test_line_ends_and_the_byte_order_mark_are_normalised() -> None:
    assert "x = 1\ny = 2\nz = 3\n" == decode_source("a.py", b"\xef\xbb\xbfx = 1\r\ny = 2\rz = 3\n")


@pytest.mark.parametrize("data", ["x = 1".encode("utf-16"), b"\xff\xfex\0", b"\xfe\xff\0x"])
def test_utf16_is_recognised(data: bytes) -> None:
    assert "UTF-16" in refusal(data).message.en


def test_bytes_that_are_not_utf8_are_named_with_their_line() -> None:
    message = refusal("x = 1\n# 한글".encode("cp949")).message.en
    assert message.startswith("a.py:2: byte 0xc7 is not UTF-8. Save the file as UTF-8")


@pytest.mark.parametrize("cookie", ["latin-1", "utf-7", "rot13", "cp949", "utf-16", "ascii"])
@pytest.mark.parametrize("head", ["", "#!/usr/bin/python\n", "\n", " \f# c\r\n"])
def test_any_cookie_but_utf8_is_refused_in_the_first_two_lines(cookie: str, head: str) -> None:
    assert f"'{cookie}'" in refusal(f"{head}# -*- coding: {cookie} -*-\n".encode()).message.en


@pytest.mark.parametrize("cookie", ["utf-8", "UTF-8", "utf8", "utf_8", "utf-8-sig"])
def test_a_utf8_cookie_is_accepted(cookie: str) -> None:
    assert isinstance(decode_source("a.py", f"# vim: set fileencoding={cookie} :\n".encode()), str)


@pytest.mark.parametrize("text", ["\n\n# coding: latin-1\n", "x = 1\n# coding: latin-1\n", "x = '# coding: latin-1'\n"])
def test_a_cookie_elsewhere_is_only_a_comment(text: str) -> None:
    assert text == decode_source("a.py", text.encode())


def test_a_nul_byte_is_refused_with_its_line() -> None:
    assert "a.py:2: a NUL byte" in refusal(b"x = 1\ny = \0\n").message.en


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04rest", "zip"),
        (b"MZ\x90\0", "Windows program"),
        (b"\x7fELF\x02", "Linux program"),
        (b"\x89PNG\r\n", "PNG"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_binary_content_is_recognised(data: bytes, kind: str) -> None:
    assert kind in refusal(data).message.en


def test_a_variable_called_mz_is_python() -> None:
    assert "MZ = 1\n" == decode_source("a.py", b"MZ = 1\n")


@pytest.mark.parametrize("source", ["", "\n \t\n", "# only\n  # comments\n", "\f\n"])
def test_nothing_but_comments_is_empty(source: str) -> None:
    assert is_empty(source)
    assert not is_empty(source + "pass\n")


def test_a_syntax_error_has_line_column_and_the_line() -> None:
    message = syntax("x = 1\nif x\n    pass\n").message
    assert "a.py:2:5: Python can't parse this: expected ':'" in message.en
    assert message.en.endswith("\n    if x")
    assert "문법 오류" in message.ko


def test_a_long_line_is_cut_and_its_controls_are_escaped() -> None:
    quoted = syntax("x = \x1b[31m" + "y" * 500).message.en.splitlines()[-1].strip()
    assert quoted.startswith("x = \\x1b[31m")
    assert quoted.endswith("…")
    assert len(quoted) <= 130


@pytest.mark.parametrize(
    "source", ["print 'hi'\n", "def f():\n\tx = 1\n        y = 2\n", "def f():\nreturn 1\n", "x = (1,\n", "'abc\n"]
)
def test_common_mistakes_are_named(source: str) -> None:
    assert "can't parse" in syntax(source).message.en


def test_two_hundred_open_brackets_are_the_limit() -> None:
    assert parse_fault("a.py", "(" * 199 + ")" * 199, file="a.py") is None
    assert "nested more than 200" in syntax("x = 1\n" + "(" * 201 + ")" * 201).message.en
    assert "a.py:2" in syntax("x = 1\n" + "(" * 201 + ")" * 201).message.en


@pytest.mark.parametrize(
    "source",
    [
        "(" * 100_000,
        "[" * 250 + "\n",
        "-" * 100_000 + "1",
        "not " * 20_000 + "1",
        "a" + ".b" * 50_000,
        "a" + "()" * 50_000,
        "1" + "+1" * 50_000,
        "lambda:" * 10_000 + "1",
        "x = 1 if 1 else " * 5_000 + "1",
        "if x: pass\n" + "elif x: pass\n" * 10_000,
    ],
    ids=lambda source: source[:8].strip(),
)
def test_deep_nesting_is_refused_without_harm(source: str) -> None:
    assert syntax(source).message.en


def test_a_huge_number_is_named() -> None:
    assert "more than 4300 digits" in syntax("x = " + "1" * 4301).message.en
    assert parse_fault("a.py", "x = " + "1" * 4300, file="a.py") is None


def test_brackets_in_strings_and_comments_do_not_count() -> None:
    source = f"x = '{'(' * 300}'\n# {'(' * 300}\ny = '''\n{'[' * 300}\n'''\nz = 'a\\\n{'(' * 300}'\n"
    assert parse_fault("a.py", source, file="a.py") is None


def test_thousands_of_f_string_fields_are_refused_before_they_cost_time() -> None:
    assert "20000 braces" in syntax("x = f'" + "{y}" * 20_001 + "'").message.en
    assert parse_fault("a.py", "x = '" + "{y}" * 20_001 + "'", file="a.py") is None


def test_an_invalid_escape_is_no_fault() -> None:
    assert parse_fault("a.py", "x = '\\d'\n", file="a.py") is None


def test_text_direction_controls_get_a_notice() -> None:
    notice = bidi_notice("a.py", "x = 1\ny = '\u202e'\n")
    assert notice is not None and notice.startswith("a.py:2: text direction control U+202E")
    assert bidi_notice("a.py", "x = '한글 שלום'\n") is None
