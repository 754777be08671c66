"""From a folder of submissions to an Intake, end to end."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from torchgrade.graders.intake import IntakeError, read_one, read_paths, read_submissions
from torchgrade.graders.submission import MAX_FILE_BYTES, MAX_SUBMISSION_BYTES, FaultKind, Submission

CODE = b"def softmax(x):\n    return x\n"


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"{name}.py", data)
    return target.getvalue()


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def messages(submission: Submission) -> list[tuple[FaultKind, str | None, str]]:
    return [(fault.kind, fault.file, fault.message.en) for fault in submission.faults]


def test_every_kind_of_entry_is_a_student(tmp_path: Path) -> None:
    book = json.dumps({"cells": [{"cell_type": "code", "source": "x = 1"}]}).encode()
    put(tmp_path, {"kim.py": CODE, "lee.ipynb": book, "park.zip": zipped(a=CODE), "choi/hw/a.py": CODE, ".git/x": b""})
    intake = read_submissions(tmp_path)
    assert [("choi", ["a.py"]), ("kim", ["kim.py"]), ("lee", ["lee.ipynb"]), ("park", ["a.py"])] == [
        (each.student, [file.name for file in each.files]) for each in intake.submissions
    ]
    assert not any(each.faults or each.notices for each in intake.submissions)
    assert ((), (), ()) == (intake.roster, intake.missing, intake.notices)


def test_the_roster_tells_who_is_missing_and_who_is_a_stranger(tmp_path: Path) -> None:
    put(tmp_path, {"kim.py": CODE, "eve.py": CODE, "roster.csv": b"student,name\nlee,Lee\nkim,Kim\n"})
    intake = read_submissions(tmp_path)
    assert ["lee"] == [student.student for student in intake.missing]
    assert ["lee", "kim"] == [student.student for student in intake.roster]
    eve, kim = intake.submissions
    assert (("not in roster.csv",), ()) == (eve.notices, kim.notices)
    assert eve.files
    assert ("1 student(s) not in roster.csv, graded all the same: eve",) == intake.notices


def test_two_entries_of_one_student_are_told_and_neither_is_graded(tmp_path: Path) -> None:
    put(tmp_path, {"kim.py": CODE, "kim.zip": zipped(a=CODE), "lee.py": CODE})
    kim, lee = read_submissions(tmp_path).submissions
    assert ("kim", ()) == (kim.student, kim.files)
    assert (FaultKind.ERROR, None) == messages(kim)[0][:2]
    assert "kim.py, kim.zip. Keep the one" in messages(kim)[0][2]
    assert lee.files


def test_a_missing_or_empty_folder_is_the_teachers_mistake(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"nowhere: no such folder; give the folder"):
        read_submissions(tmp_path / "nowhere")
    with pytest.raises(IntakeError, match=r"no submissions in this folder"):
        read_submissions(put(tmp_path, {"roster.csv": b"student\nkim\n", "readme.md": b""}))
    with pytest.raises(IntakeError, match=r"not a folder; unpack it first"):
        read_submissions(tmp_path / "readme.md")
    with pytest.raises(IntakeError, match=r"unknown layout 'blackboard'; it is one of auto, plain"):
        read_submissions(tmp_path, layout="blackboard")


def test_a_hostile_entry_harms_nobody_else(tmp_path: Path) -> None:
    put(tmp_path, {"kim.py": CODE})
    (tmp_path / "eve").symlink_to("/etc")
    (tmp_path / "mallory.py").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "trudy.zip")
    eve, kim, mallory, trudy = read_submissions(tmp_path).submissions
    assert kim.files and not kim.faults
    for each in (eve, mallory, trudy):
        assert ([FaultKind.VIOLATION], ()) == ([fault.kind for fault in each.faults], each.files)


def test_what_cannot_be_read_still_gets_an_answer(tmp_path: Path) -> None:
    put(tmp_path, {"kim.pdf": b"%PDF", "lee.rar": b"Rar!", "notes.txt": b""})
    (tmp_path / "park").mkdir()
    intake = read_submissions(tmp_path)
    assert ["kim", "lee", "park"] == [each.student for each in intake.submissions]
    assert all("There is no .py or .ipynb file" in each.faults[0].message.en for each in intake.submissions)
    assert "(found: kim.pdf)" in intake.submissions[0].faults[0].message.en
    assert ("ignored 1 file(s) that are nobody's: notes.txt",) == intake.notices


def test_a_student_called_like_a_module_is_no_attack(tmp_path: Path) -> None:
    (abc,) = read_submissions(put(tmp_path, {"abc.py": CODE})).submissions
    assert ("abc", ["submission.py"], ()) == (abc.student, [file.name for file in abc.files], abc.faults)


def test_two_odd_names_that_look_alike_are_two_students(tmp_path: Path) -> None:
    both = read_submissions(put(tmp_path, {"a\x01/x.py": CODE, "a\\x01/x.py": CODE})).submissions
    assert 2 == len({submission.student for submission in both})
    assert all(submission.student.startswith("a\\x01--") for submission in both)


def test_an_odd_entry_name_is_an_error_and_is_escaped(tmp_path: Path) -> None:
    (odd,) = read_submissions(put(tmp_path, {"a\x1b[31m/x.py": CODE})).submissions
    assert "a\\x1b[31m" == odd.student
    assert "characters that a student id can't have" in odd.faults[0].message.en


def test_each_bad_file_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "good.py": CODE,
            "json.py": CODE,
            "conftest.py": CODE,
            "x.pth": b"import os",
            "$(id).py": CODE,
            "empty.py": b"# nothing",
            "broken.py": b"def (",
            "latin.py": b"# \xe9",
            "pkg/__init__.py": b"",
            "data.csv": b"1",
            "more.zip": b"PK",
        },
    )
    submission = read_one(tmp_path, student="kim")
    assert ["good.py", "pkg/__init__.py"] == [file.name for file in submission.files]
    assert {
        "$(id).py": "file names may have",
        "broken.py": "can't parse",
        "conftest.py": "reserved name",
        "empty.py": "is empty",
        "json.py": "reserved name",
        "latin.py": "not UTF-8",
        "x.pth": "reserved name",
    }.items() <= {(fault.file, part) for fault in submission.faults for part in [_part(fault.message.en)]}
    assert all(fault.kind is FaultKind.ERROR for fault in submission.faults)
    assert (
        "ignored 1 archive(s) inside the submission: more.zip",
        "ignored 1 file(s) that are neither .py nor .ipynb: data.csv",
    ) == submission.notices


def _part(message: str) -> str:
    parts = ("file names may have", "can't parse", "reserved name", "is empty", "not UTF-8")
    return next(part for part in parts if part in message)


@pytest.mark.parametrize(("name", "limit"), [("a.py", MAX_FILE_BYTES), ("a.ipynb", MAX_SUBMISSION_BYTES)])
def test_a_file_of_exactly_the_limit_passes(tmp_path: Path, name: str, limit: int) -> None:
    body = b'{"cells": [{"cell_type": "code", "source": "x = 1"}]}' if name.endswith("ipynb") else b"x = 1\n"
    path = tmp_path / name
    path.write_bytes(body + b"\n" * (limit - len(body)))
    assert () == read_one(path).faults
    path.write_bytes(body + b"\n" * (limit + 1 - len(body)))
    ((kind, file, message),) = messages(read_one(path))
    assert (FaultKind.ERROR, name) == (kind, file)
    assert "the file is larger than" in message


def test_the_hash_is_over_names_and_bytes_of_good_and_bad_files(tmp_path: Path) -> None:
    first = read_one(put(tmp_path / "1", {"a.py": CODE, "b.py": b"("}))
    assert first.sha256 == read_one(put(tmp_path / "2", {"hw/b.py": b"(", "hw/a.py": CODE, ".git/x": b"1"})).sha256
    assert first.sha256 != read_one(put(tmp_path / "3", {"a.py": CODE, "b.py": b"(("})).sha256
    assert first.sha256 != read_one(put(tmp_path / "4", {"a.py": CODE, "c.py": b"("})).sha256
    packed = put(tmp_path, {"x.zip": b"PK\x03\x04 1", "y/x.zip": b"PK\x03\x04 2"})
    assert read_one(packed / "x.zip").sha256 != read_one(packed / "y/x.zip").sha256


def test_one_path_is_named_after_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "hw1", {"softmax.py": CODE})
    assert "softmax" == read_one(tmp_path / "hw1/softmax.py").student
    assert "kim" == read_one(tmp_path / "hw1", student="kim").student
    monkeypatch.chdir(tmp_path / "hw1")
    here = read_one(Path())
    assert ("hw1", Path()) == (here.student, here.path)
    assert Path("softmax.py").stat().st_mtime == here.submitted


def test_a_link_given_by_name_is_followed_and_one_inside_is_not(tmp_path: Path) -> None:
    put(tmp_path, {"real/a.py": CODE})
    (tmp_path / "link").symlink_to("real")
    assert read_one(tmp_path / "link").files
    (tmp_path / "real/b.py").symlink_to("a.py")
    assert [FaultKind.VIOLATION] == [fault.kind for fault in read_one(tmp_path / "link").faults]


def test_several_paths_are_one_submission(tmp_path: Path) -> None:
    put(tmp_path, {"softmax.py": CODE, "helpers.py": b"x = 1", "other/softmax.py": b"y = 2"})
    both = read_paths([tmp_path / "softmax.py", tmp_path / "helpers.py"])
    assert ("softmax", ["helpers.py", "softmax.py"]) == (both.student, [file.name for file in both.files])
    twice = read_paths([tmp_path / "softmax.py", tmp_path / "other/softmax.py"])
    assert (FaultKind.ERROR, None) == messages(twice)[0][:2]
    assert "same name: softmax.py" in messages(twice)[0][2]


def test_a_path_that_is_no_submission_is_told(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"gone.py: no such file or folder"):
        read_one(tmp_path / "gone.py")
    with pytest.raises(IntakeError, match=r"a.txt: not a .py"):
        read_one(put(tmp_path, {"a.txt": b""}) / "a.txt")
    with pytest.raises(IntakeError, match=r"no files given"):
        read_paths([])


def test_canvas_files_join_and_moodle_gradescope_and_nbgrader_folders_are_read(tmp_path: Path) -> None:
    trees = {
        "canvas": {"kim_LATE_1_2_a.py": CODE, "kim_LATE_1_3_b.py": b"x = 1", "lee_4_5_c.zip": zipped(d=CODE)},
        "moodle": {"Kim_1_assignsubmission_file_/hw/a.py": CODE},
        "gradescope": {"submission_1/a.py": CODE, "submission_metadata.yml": b"submission_1:\n  :submitters: []\n"},
        "nbgrader": {"submitted/kim/hw1/a.py": CODE, "submitted/kim/hw1/timestamp.txt": b""},
    }
    found = {
        name: {each.student: [file.name for file in each.files] for each in read_submissions(folder).submissions}
        for name, files in trees.items()
        for folder in [put(tmp_path / name, files)]
    }
    assert {
        "canvas": {"1": ["a.py", "b.py"], "4": ["d.py"]},
        "moodle": {"1": ["a.py"]},
        "gradescope": {"1": ["a.py"]},
        "nbgrader": {"kim": ["a.py"]},
    } == found
    late, _ = read_submissions(tmp_path / "canvas").submissions
    assert ("Canvas: handed in by kim, late",) == late.notices


def test_twins_in_a_folder_are_a_violation(tmp_path: Path) -> None:
    put(tmp_path / "kim", {"Solution.py": CODE, "solution.py": CODE})
    if len(list((tmp_path / "kim").iterdir())) == 1:
        pytest.skip("this file system has one name for both")
    ((kind, file, message),) = messages(read_one(tmp_path / "kim"))
    assert (FaultKind.VIOLATION, None) == (kind, file)
    assert "'Solution.py' and 'solution.py' are the same name" in message


def test_two_long_names_stay_two_students(tmp_path: Path) -> None:
    put(tmp_path, {f"{'a' * 150}{end}/a.py": CODE for end in "xy"})
    assert 2 == len({each.student for each in read_submissions(tmp_path).submissions})
