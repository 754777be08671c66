from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from torchgrade.graders.packs import PackError, UnknownAssignment, find_assignments, load_assignment, scan_pack
from torchgrade.graders.packs.catalog import catalog_of
from torchgrade.graders.problem import Assignment, LateRule

WritePack = Callable[..., Path]
PATH = "assignments/week-1.yaml"
RIGHT = """\
format: 1
title: {en: Week one, ko: 첫 주}
problems:
  - {id: gather/diagonal-3d, weight: 2}
due: 2026-12-01T23:59:00+09:00
late: {per_day_percent: 10, max_days: 5}
attempts: {limit: null, counts: last}
"""

Load = Callable[..., Assignment]


@pytest.fixture
def load(write_pack: WritePack) -> Load:
    def load(text: str = RIGHT, name: str = "week-1", file: str = PATH) -> Assignment:
        folder = write_pack({file: text})
        return load_assignment(name, catalog_of([scan_pack(folder)]), [folder])

    return load


def test_a_right_assignment_is_decoded_whole(load: Load) -> None:
    assignment = load()
    assert (assignment.id, assignment.title.en, assignment.title.ko) == ("week-1", "Week one", "첫 주")
    assert [(one.problem.id, one.weight) for one in assignment.problems] == [("gather/diagonal-3d", 2)]
    assert assignment.due is not None
    assert datetime(2026, 12, 1, 14, 59, tzinfo=UTC) == assignment.due
    assert LateRule(per_day_percent=10, max_days=5) == assignment.late
    assert (assignment.attempts_limit, assignment.attempts_count) == (None, "last")


def test_only_title_and_problems_are_needed(load: Load) -> None:
    assignment = load("format: 1\ntitle: {en: a, ko: b}\nproblems: [{id: gather/diagonal-3d}]\n")
    assert (
        assignment.problems[0].weight,
        assignment.due,
        assignment.late,
        assignment.attempts_limit,
        assignment.attempts_count,
    ) == (1, None, None, None, "best")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "+09:00",
            "",
            f"{PATH}:5: due is '2026-12-01T23:59:00' without a time zone; write one, as in 2026-12-01T23:59",
        ),
        ("2026-12-01T23:59:00+09:00", "tomorrow", f"{PATH}:5: due is 'tomorrow'; it must be a time such as 2026-12-01"),
        ("2026-12-01T23:59:00+09:00", "20", f"{PATH}:5: due is the number 20; it must be text"),
        ("weight: 2", "weight: 0", f"{PATH}:4: problems[0].weight is 0; it must be at least 1"),
        ("weight: 2", "weight: 1.5", "problems[0].weight is 1.5; it must be a whole number"),
        ("weight: 2", "wieght: 2", "unknown key 'problems[0].wieght'; did you mean 'weight'?"),
        (
            "gather/diagonal-3d",
            "gather/diagonal-2d",
            "there is no problem 'gather/diagonal-2d'; did you mean gather/diag",
        ),
        ("gather/diagonal-3d", "diagonal-3d", "problems[0].id is 'diagonal-3d'; write the full id, gather/diagonal-3d"),
        (
            "due:",
            "  - {id: gather/diagonal-3d}\ndue:",
            f"{PATH}:5: gather/diagonal-3d is already in the list, on line 4",
        ),
        (
            "per_day_percent: 10",
            "per_day_percent: 101",
            f"{PATH}:6: late.per_day_percent is 101; it must be at most 100",
        ),
        (", max_days: 5", "", "late.max_days is missing"),
        ("due: 2026-12-01T23:59:00+09:00\n", "", f"{PATH}:5: late is given without due; nothing can be late"),
        ("limit: null", "limit: 0", f"{PATH}:7: attempts.limit is 0; it must be at least 1"),
        ("counts: last", "counts: worst", "attempts.counts is 'worst'; it must be one of best, last"),
        ("format: 1", "format: 7", f"{PATH}:1: format is 7, but this torchgrade reads format 1; upgrade torchgrade"),
        ("title: {en: Week one, ko: 첫 주}\n", "", f"{PATH}:1: title is missing"),
        ("ko: 첫 주", "ko: on", "title.ko is a bare on, which YAML may read as a boolean"),
    ],
)
def test_each_mistake_has_its_own_message(load: Load, old: str, new: str, message: str) -> None:
    assert old in RIGHT
    with pytest.raises(PackError) as caught:
        load(RIGHT.replace(old, new, 1))
    assert message in str(caught.value)


def test_all_mistakes_are_told_together(load: Load) -> None:
    with pytest.raises(PackError) as caught:
        load("format: 1\ntitel: x\nproblems: []\ndue: x\n")
    assert [mistake.line for mistake in caught.value.mistakes] == [1, 2, 3, 4]


def test_a_broken_problem_is_told_with_its_own_file(write_pack: WritePack) -> None:
    folder = write_pack({PATH: RIGHT, "problems/gather/diagonal-3d/statement.md": None})
    with pytest.raises(PackError, match=r"^problems/gather/diagonal-3d/statement.md:1: the file is missing$"):
        load_assignment("week-1", catalog_of([scan_pack(folder)]), [folder])


def test_an_assignment_may_be_given_as_a_path(load: Load, write_pack: WritePack, tmp_path: Path) -> None:
    file = tmp_path / "exam.yaml"
    file.write_text(RIGHT)
    assert load(name=str(file)).id == "exam"


def test_an_unknown_name_is_told_with_the_nearest(load: Load) -> None:
    with pytest.raises(UnknownAssignment, match=r"there is no assignment 'week1'; did you mean 'week-1'?"):
        load(name="week1")


def test_a_path_to_nothing_is_told(load: Load) -> None:
    with pytest.raises(UnknownAssignment, match=r"there is no assignment file 'nowhere/x.yaml'"):
        load(name="nowhere/x.yaml")


def test_a_name_in_two_packs_asks_for_the_path(write_pack: WritePack) -> None:
    folders = [write_pack({PATH: RIGHT}), write_pack({PATH: RIGHT}, name="other")]
    with pytest.raises(UnknownAssignment, match=r"give the path of the one you mean"):
        load_assignment("week-1", catalog_of([scan_pack(folders[0])]), folders)


def test_a_packs_own_assignment_hides_a_builtin_one_of_the_same_name(load: Load, write_pack: WritePack) -> None:
    builtin = next(iter(find_assignments([])), "week-1")
    found = find_assignments([write_pack({f"assignments/{builtin}.yaml": RIGHT})])
    assert [f"assignments/{builtin}.yaml"] == [place.shown for place in found[builtin]]


def test_the_files_name_must_be_a_slug(load: Load) -> None:
    with pytest.raises(PackError, match=r"the file's name is 'Week_1.yaml'; it must be small letters, digits"):
        load(name="Week_1", file="assignments/Week_1.yaml")
