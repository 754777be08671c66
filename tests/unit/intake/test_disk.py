"""A folder on disk is read without following or opening anything odd."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from torchgrade.graders.intake import IntakeError, disk
from torchgrade.graders.intake.disk import list_names, read_file, read_folder
from torchgrade.graders.submission import MAX_FILE_BYTES, FaultKind


def test_files_are_read_and_the_newest_time_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"x = 1")
    (tmp_path / "data.csv").write_bytes(b"1")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/b.ipynb").write_bytes(b"{}")
    os.utime(tmp_path / "a.py", (1, 5))
    os.utime(tmp_path / "sub/b.ipynb", (1, 9))
    upload = read_folder(tmp_path)
    assert [("a.py", b"x = 1"), ("sub/b.ipynb", b"{}")] == [(file.name, file.data) for file in upload.files]
    assert (("data.csv",), 9.0, ()) == (upload.others, upload.submitted, upload.faults)


def test_junk_is_not_even_entered(tmp_path: Path) -> None:
    for name in (".git", "__pycache__", "__MACOSX", ".ipynb_checkpoints"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.py").symlink_to("/etc/passwd")
    (tmp_path / ".DS_Store").write_bytes(b"")
    upload = read_folder(tmp_path)
    assert ((), (), ()) == (upload.files, upload.others, upload.faults)


@pytest.mark.parametrize("name", ["link.py", "link", "link.txt"])
@pytest.mark.parametrize("target", ["/etc/passwd", "/", "missing", "."])
def test_a_link_is_a_violation_and_is_not_followed(tmp_path: Path, name: str, target: str) -> None:
    (tmp_path / name).symlink_to(target)
    upload = read_folder(tmp_path)
    (fault,) = upload.faults
    assert (FaultKind.VIOLATION, None, ()) == (fault.kind, fault.file, upload.files)
    assert f"'{name}' is a link" in fault.message.en


def test_a_pipe_or_socket_is_a_violation_and_does_not_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "a.py")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("b.py")
        assert 2 == len(read_folder(tmp_path).faults)
    assert read_file(tmp_path / "a.py", limit=10) is None


def test_a_linked_folder_is_not_listed_as_its_target(tmp_path: Path) -> None:
    (tmp_path / "kim").symlink_to("/etc")
    (tmp_path / "lee").mkdir()
    (tmp_path / "lee/a.py").write_bytes(b"")
    assert ["kim/", "lee/"] == list_names(tmp_path, depth=1)
    assert ["kim/", "lee/a.py"] == list_names(tmp_path, depth=2)


def test_only_one_byte_past_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"#" * (MAX_FILE_BYTES * 2))
    assert MAX_FILE_BYTES + 1 == len(read_folder(tmp_path).files[0].data)


def test_a_hostile_tree_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path.joinpath(*["d"] * 40)
    deep.mkdir(parents=True)
    (deep / "a.py").write_bytes(b"")
    assert ["32 folders deep" in fault.message.en for fault in read_folder(tmp_path).faults] == [True]
    monkeypatch.setattr(disk, "MAX_ENTRIES", 20)
    for number in range(21):
        (tmp_path / f"{number}.txt").write_bytes(b"")
    (fault,) = read_folder(tmp_path).faults
    assert (FaultKind.ERROR, None) == (fault.kind, fault.file)


def test_sixty_four_files_pass_and_one_more_does_not(tmp_path: Path) -> None:
    for number in range(64):
        (tmp_path / f"f{number}.py").write_bytes(b"x = 1")
    assert () == read_folder(tmp_path).faults
    (tmp_path / "g.py").write_bytes(b"x = 1")
    assert ["more than 64 files" in fault.message.en for fault in read_folder(tmp_path).faults] == [True]


def test_five_mib_pass_and_one_byte_more_does_not(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"f{number}.py").write_bytes(b"#" * MAX_FILE_BYTES)
    assert () == read_folder(tmp_path).faults
    (tmp_path / "g.py").write_bytes(b"#")
    assert ["larger than 5 MiB" in fault.message.en for fault in read_folder(tmp_path).faults] == [True]


def test_a_folder_that_vanished_is_the_teachers_to_know(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"gone: can't be read \(No such file"):
        read_folder(tmp_path / "gone")
