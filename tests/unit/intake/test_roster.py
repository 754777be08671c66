"""roster.csv is read strictly and every mistake has its line."""

from __future__ import annotations

import pytest

from torchgrade.graders.intake import IntakeError
from torchgrade.graders.intake.roster import parse_roster
from torchgrade.graders.submission import Student


def parse(text: str) -> tuple[Student, ...]:
    return parse_roster(text.encode(), where="roster.csv")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_roster_is_read_as_spreadsheets_write_it(mark: str, end: str) -> None:
    rows = ["Student,name,group,email", 'kim,"Kim, Minsu",A,k@x.org', "", " lee ,이지원,B", ",,,"]
    assert (
        Student(student="kim", name="Kim, Minsu", email="k@x.org"),
        Student(student="lee", name="이지원"),
    ) == parse(mark + end.join(rows) + end)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"roster.csv:1: .* it has nothing"),
        ("id,name\nkim,Kim\n", r"roster.csv:1: .*'student'; it has id, name"),
        ("student,student\n", r"roster.csv:1: "),
        ("student\nkim\nlee\nkim\n", r"roster.csv:4: student 'kim' is already in line 2"),
        ("student,name\n,Kim\n", r"roster.csv:2: no student id"),
        ("student,name\nkim,Kim,Minsu\n", r"roster.csv:2: 3 columns but the header has 2"),
        ('student\n"kim\n', r"roster.csv:\d: "),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(IntakeError, match=message):
        parse(text)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(IntakeError) as caught:
        parse("student\nkim\nkim\nkim\n")
    assert 2 == len(str(caught.value).splitlines())


def test_another_encoding_is_told_with_its_line() -> None:
    with pytest.raises(IntakeError, match=r"roster.csv:2: not UTF-8; save the file as 'CSV UTF-8'"):
        parse_roster("student,name\nkim,김".encode("cp949"), where="roster.csv")
