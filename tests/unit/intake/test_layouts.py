"""Export trees of course systems, from names alone."""

from __future__ import annotations

import pytest

from torchgrade.graders.intake.gradescope import parse_submitters
from torchgrade.graders.intake.layouts import detect_layout, entry_id, group

CANVAS = ["kimminsu_1234_777_softmax.py", "leejiwon_LATE_1235_778_hw (1).ipynb", "leejiwon_LATE_1235_779_b.py"]
MOODLE = [
    "Kim Minsu_11_assignsubmission_file_/a.py",
    "Lee_Ji_12_assignsubmission_file/",
    "Bo_13_assignsubmission_file_x.py",
]
GRADESCOPE = ["submission_metadata.yml", "submission_5/a.py", "submission_6/b.py"]
NBGRADER = ["submitted/kim/hw1/a.ipynb", "submitted/lee/hw1/", "submitted/park/"]


def ids(names: list[str], layout: str) -> dict[str, list[tuple[str, str]]]:
    return {each.student: [(item.path, item.name) for item in each.items] for each in group(names, layout).groups}


@pytest.mark.parametrize(
    ("names", "layout"),
    [
        (CANVAS, "canvas"),
        (MOODLE, "moodle"),
        ([*MOODLE, "Kim Minsu_11_assignsubmission_onlinetext/"], "moodle"),
        (GRADESCOPE, "gradescope"),
        (NBGRADER, "nbgrader"),
        (["kim.py", "lee.zip", "park/"], "plain"),
        ([*CANVAS, "kim.py"], "plain"),
        ([*CANVAS, "kim/"], "plain"),
        ([*MOODLE, "kim/"], "plain"),
        (GRADESCOPE[1:], "plain"),
        (["submission_metadata.yml", "kim.py"], "plain"),
        (["submitted/a.py"], "plain"),
        (["submitted/kim/a.py"], "plain"),
        (["hw_1.py", "hw_2.py"], "plain"),
        ([".DS_Store", *CANVAS], "canvas"),
        ([], "plain"),
    ],
)
def test_a_layout_is_recognised_only_when_everything_fits(names: list[str], layout: str) -> None:
    assert layout == detect_layout(names)


def test_our_own_layout_has_one_entry_per_student() -> None:
    names = ["kim/", "lee.tar.gz", "park.ipynb", "choi.rar", "readme.md", ".hidden", "a/b/c.py"]
    found = group(names, "plain")
    assert ["a", "choi", "kim", "lee", "park"] == [each.student for each in found.groups]
    assert ("readme.md",) == found.leftovers


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("kim.tar.gz", "kim"),
        ("kim.TGZ", "kim"),
        ("k.i.m.py", "k.i.m"),
        ("kim", "kim"),
        (".py", ".py"),
        ("a.py.zip", "a.py"),
    ],
)
def test_an_entry_is_named_without_its_whole_suffix(name: str, student: str) -> None:
    assert student == entry_id(name)


def test_a_decomposed_name_is_composed_for_the_id_but_not_for_the_path() -> None:
    (found,) = group(["\u1100\u1161.py"], "plain").groups
    assert ("가", "\u1100\u1161.py") == (found.student, found.items[0].path)


def test_canvas_joins_the_files_of_a_student_and_tells_who_was_late() -> None:
    assert {
        "1234": [(CANVAS[0], "softmax.py")],
        "1235": [(CANVAS[1], "hw (1).ipynb"), (CANVAS[2], "b.py")],
    } == ids(CANVAS, "canvas")
    notices = [each.notices for each in group(CANVAS, "canvas").groups]
    assert [("Canvas: handed in by kimminsu",), ("Canvas: handed in by leejiwon, late",)] == notices


def test_moodle_students_are_their_participant_numbers() -> None:
    assert {
        "11": [("Kim Minsu_11_assignsubmission_file_", "")],
        "12": [("Lee_Ji_12_assignsubmission_file", "")],
        "13": [("Bo_13_assignsubmission_file_x.py", "x.py")],
    } == ids(MOODLE, "moodle")
    assert ("x.html",) == group([*MOODLE, "x.html"], "moodle").leftovers


def test_gradescope_uses_the_metadata_and_grades_everybody_of_a_group() -> None:
    data = b""":x: y
submission_5:
  :submitters:
  - :name: Kim
    :sid: 0012
    :email: k@x.org
  - :name: Lee
    :sid: ''
    :email: l@x.org
  :created_at: 2024-03-01 10:00:00.5 Z
submission_6:
  :submitters: []
"""
    submitters = parse_submitters(data)
    assert submitters is not None
    groups = group(GRADESCOPE, "gradescope", submitters=submitters).groups
    assert ["0012", "6", "l@x.org"] == [each.student for each in groups]
    assert ["5", "6"] == [each.student for each in group(GRADESCOPE, "gradescope").groups]


@pytest.mark.parametrize("data", [b"[", b"- a", b"\xff\xff", b"a: b: c", b""])
def test_broken_gradescope_metadata_is_none(data: bytes) -> None:
    assert parse_submitters(data) is None


def test_nbgrader_students_are_folders_with_or_without_submitted() -> None:
    assert {name: [(f"submitted/{name}", "")] for name in ("kim", "lee", "park")} == ids(NBGRADER, "nbgrader")
    assert {"kim": [("kim", "")]} == ids(["kim/hw1/a.ipynb"], "nbgrader")


def test_a_moodle_file_whose_name_looks_like_another_participants_stays_its_own_students() -> None:
    forged = "Mallory_55_assignsubmission_file_z_77_assignsubmission_file_hw.py"
    assert {"55": [(forged, "z_77_assignsubmission_file_hw.py")]} == ids([forged], "moodle")
