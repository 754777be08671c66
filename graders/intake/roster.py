"""Reads roster.csv, the list of everybody who should have handed in."""

from __future__ import annotations

import csv
import unicodedata

from torchgrade.graders.intake.errors import IntakeError
from torchgrade.graders.intake.names import show
from torchgrade.graders.submission import Student

ROSTER_NAME = "roster.csv"


def parse_roster(data: bytes, *, where: str) -> tuple[Student, ...]:
    """Return the roster's students in its order. Raises IntakeError with every mistake and its line.

    ``where`` names the file in messages. Columns other than student, name and email are ignored.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise IntakeError(f"{where}:{line}: not UTF-8; save the file as 'CSV UTF-8' and try again") from None
    reader = csv.reader(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), strict=True)
    try:
        rows = [(reader.line_num, [_clean(cell) for cell in row]) for row in reader]
    except csv.Error as error:
        raise IntakeError(f"{where}:{reader.line_num}: {error}; correct the quotes in this line") from None
    rows = [(line, row) for line, row in rows if any(row)]
    header = [cell.lower() for cell in rows[0][1]] if rows else []
    if header.count("student") != 1:
        found = ", ".join(show(cell, limit=40) for cell in header) or "nothing"
        raise IntakeError(f"{where}:1: the first line must name one column 'student'; it has {found}")
    return _students(header, rows[1:], where=where)


def _students(header: list[str], rows: list[tuple[int, list[str]]], *, where: str) -> tuple[Student, ...]:
    students: list[Student] = []
    lines: dict[str, int] = {}
    mistakes: list[str] = []
    for line, row in rows:
        cells = dict(zip(header, row, strict=False))
        student = cells.get("student", "")
        if len(row) > len(header):
            mistakes.append(f"{where}:{line}: {len(row)} columns but the header has {len(header)}; quote the commas")
        elif not student:
            mistakes.append(f"{where}:{line}: no student id; fill it in or remove the line")
        elif student in lines:
            mistakes.append(
                f"{where}:{line}: student '{show(student)}' is already in line {lines[student]}; remove one of them"
            )
        else:
            lines[student] = line
            students.append(Student(student=student, name=cells.get("name", ""), email=cells.get("email", "")))
    if mistakes:
        raise IntakeError("\n".join(mistakes))
    return tuple(students)


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell).strip()
