"""Text anybody wrote becomes harmless, and ids become file names."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from torchgrade.reports.clean import _UNMARKED, MAX_MARKS, clean, one_line, shorten
from torchgrade.reports.names import page_names

HARD = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("\x1b[]\\;m\x07\x9b\x9d\x9c\r\n\t\u202e\u0301\ud800"))
)


@pytest.mark.parametrize(
    ("dirty", "expected"),
    [
        ("plain", "plain"),
        ("한국어 ✓\n\tok", "한국어 ✓\n\tok"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;new title\x07after", "after"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPq payload\x1b\\after", "after"),
        ("\x9b31mred\x9d0;t\x9cafter", "redafter"),
        ("\x1b]52;c;unterminated\nnext line", "\nnext line"),
        ("a\x00b\x08c\x7f", "abc"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\u202eabc\u2066\u200f\ufeff", "abc"),
        ("lone \ud800 \ufffe", "lone \ufffd \ufffd"),
        ("e" + "\u0301" * 9, "e" + "\u0301" * MAX_MARKS),
    ],
)
def test_clean_takes_out_what_is_not_said(dirty: str, expected: str) -> None:
    assert expected == clean(dirty)


@given(HARD)
@settings(max_examples=150, deadline=None)
def test_clean_text_has_nothing_left_to_clean(text: str) -> None:
    cleaned = clean(text)

    assert cleaned == clean(cleaned)
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in cleaned)
    cleaned.encode("utf-8")
    assert "\n" not in one_line(text)


def test_no_text_that_is_taken_for_unmarked_has_marks() -> None:
    unmarked = [chr(code) for code in range(0x110000) if _UNMARKED.fullmatch(chr(code))]

    assert {"a", "한", "字", "✓"} <= set(unmarked)
    assert [c for c in unmarked if unicodedata.category(c) in ("Mn", "Me", "Mc")] == []


@pytest.mark.parametrize("unit", ["\x1b", "\x1b]", "\x1b[", "\x9d", "\u0301", "\x1bP\x1b]", "\r", " \n"])
def test_cleaning_takes_time_in_proportion_to_the_text(unit: str) -> None:
    began = time.perf_counter()
    one_line(unit * 100_000)
    assert time.perf_counter() - began < 5


def test_shortened_text_says_how_much_is_missing() -> None:
    assert shorten("abc", 3) == "abc"
    assert shorten("a" * 10, 4) == "aaaa\n… 6 more characters"


def test_a_plain_id_keeps_its_name_and_any_other_gets_a_digest() -> None:
    names = page_names(["2026-10417", "김민지", "park.jiho", "../../etc/passwd", "CON", "a/b", "index"])

    assert [names[s] for s in ("2026-10417", "김민지", "park.jiho")] == ["2026-10417", "김민지", "park.jiho"]
    assert names["../../etc/passwd"].startswith("etc_passwd--") or "--" in names["../../etc/passwd"]
    assert names["CON"].startswith("student_CON--")
    assert names["index"].startswith("student_index--")
    assert names["a/b"].startswith("a_b--")


@given(st.lists(st.one_of(HARD, st.sampled_from(["Kim", "kim", "KIM", "a_b", "a/b", "\u00e9", "e\u0301", "", "."]))))
@settings(max_examples=150, deadline=None)
def test_names_never_collide_and_never_leave_the_folder(students: list[str]) -> None:
    names = page_names(students)

    assert set(names) == set(students)
    folded = [unicodedata.normalize("NFKC", name.casefold()) for name in names.values()]
    assert len(set(folded)) == len(folded)
    for name in names.values():
        assert name
        assert all(c.isalnum() or c in "-_." for c in name)
        assert name[0].isalnum()
        assert len(name.encode("utf-8")) < 200


def test_an_id_in_the_form_of_a_digest_name_can_not_take_anothers_place() -> None:
    taken = page_names(["a/b"])["a/b"]
    names = page_names(["a/b", taken])

    assert names["a/b"] == taken
    assert names[taken] != taken
