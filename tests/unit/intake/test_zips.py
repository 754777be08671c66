"""Every way a zip can be something other than what it seems."""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import warnings
import zipfile
from pathlib import Path

import pytest

from torchgrade.graders.intake.archives import read_archive
from torchgrade.graders.intake.upload import MAX_MEMBERS, Upload
from torchgrade.graders.submission import MAX_FILE_BYTES, Fault, FaultKind

CODE = b"def softmax(x):\n    return x\n"


def pack(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of duplicate names
        with zipfile.ZipFile(target, "w", method) as archive:
            for name, data in members:
                archive.writestr(name, data)
    return target.getvalue()


def read(data: bytes, name: str = "kim.zip") -> Upload:
    return read_archive(name, data)


def only_fault(data: bytes, name: str = "kim.zip") -> Fault:
    upload = read(data, name)
    assert upload.files == ()
    (fault,) = upload.faults
    assert fault.file is None
    assert fault.message.ko
    return fault


def assert_violation(data: bytes, *parts: str) -> None:
    fault = only_fault(data)
    assert fault.kind is FaultKind.VIOLATION, fault.message.en
    for part in parts:
        assert part in fault.message.en


def assert_error(data: bytes, *parts: str) -> None:
    fault = only_fault(data)
    assert fault.kind is FaultKind.ERROR, fault.message.en
    for part in parts:
        assert part in fault.message.en


def patch(data: bytes, offset: int, new: bytes) -> bytes:
    return data[:offset] + new + data[offset + len(new) :]


def info(name: str, *, mode: int = 0, system: int = 3) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.create_system = system
    made.external_attr = mode << 16
    return made


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_plain_zip_is_read(method: int) -> None:
    upload = read(pack(("softmax.py", CODE), ("notes/readme.md", b"hi"), method=method))
    assert [("softmax.py", CODE)] == [(file.name, file.data) for file in upload.files]
    assert ("notes/readme.md",) == upload.others
    assert () == upload.faults


def test_the_folder_that_holds_everything_is_stripped() -> None:
    upload = read(pack(("hw1/", b""), ("hw1/a.py", CODE), ("hw1/sub/b.py", CODE)))
    assert ["a.py", "sub/b.py"] == [file.name for file in upload.files]


def test_a_python_package_keeps_its_folder() -> None:
    upload = read(pack(("pkg/__init__.py", b""), ("pkg/a.py", CODE)))
    assert ["pkg/__init__.py", "pkg/a.py"] == [file.name for file in upload.files]


def test_junk_is_ignored_silently() -> None:
    upload = read(
        pack(
            ("a.py", CODE),
            ("__MACOSX/._a.py", b"\0\5"),
            (".DS_Store", b"x"),
            (".ipynb_checkpoints/a.py", CODE),
            ("__pycache__/a.pyc", b"x"),
            (".git/hooks/a.py", CODE),
        )
    )
    assert ["a.py"] == [file.name for file in upload.files]
    assert ((), (), ()) == (upload.others, upload.notices, upload.faults)


def test_a_zip_written_to_a_pipe_is_read() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data) -> int:  # type: ignore[no-untyped-def, override]
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        archive.writestr("a.py", CODE)
        archive.writestr("b.py", b"")
    upload = read(pipe.data)
    assert [("a.py", CODE), ("b.py", b"")] == [(file.name, file.data) for file in upload.files]


def test_korean_names_from_windows_and_from_a_mac_are_read() -> None:
    decomposed = unicodedata.normalize("NFD", "과제.py")
    assert "과제.py" == read(pack((decomposed, CODE))).files[0].name
    # Windows writes cp949 bytes without the UTF-8 flag.
    data = pack(("XXXX.py", CODE)).replace(b"XXXX", "과제".encode("cp949"))
    assert "과제.py" == read(data).files[0].name


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../a.py", "'..'"),
        ("x/../../a.py", "'..'"),
        ("/etc/a.py", "absolute"),
        ("C:a.py", "drive letter"),
        ("a//b.py", "empty part"),
        ("./a.py", "empty part"),
    ],
)
def test_an_unsafe_path_is_a_violation_that_names_the_member(name: str, reason: str) -> None:
    assert_violation(pack((name, CODE), ("b.py", CODE)), name, reason)


def test_a_backslash_is_a_violation() -> None:
    assert_violation(pack(("aXb.py", CODE)).replace(b"aXb.py", b"a\\b.py"), "backslash")


def test_a_nul_in_a_name_is_a_violation_and_is_escaped() -> None:
    assert_violation(pack(("aXb.py", CODE)).replace(b"aXb.py", b"a\0b.py"), "NUL", "a\\x00b.py")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK, stat.S_IFDIR])
@pytest.mark.parametrize("system", [0, 3])
def test_a_member_that_is_no_regular_file_is_a_violation(kind: int, system: int) -> None:
    assert_violation(pack((info("a.py", mode=kind | 0o777, system=system), b"/etc/passwd")), "a.py", "not a regular")


def test_setuid_bits_are_a_violation() -> None:
    assert_violation(pack((info("a.py", mode=stat.S_IFREG | 0o4755), CODE)), "setuid")
    assert () == read(pack((info("a.py", mode=stat.S_IFREG | 0o755), CODE))).faults


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.py", "a.py"),
        ("Solution.py", "solution.py"),
        (unicodedata.normalize("NFC", "과제.py"), unicodedata.normalize("NFD", "과제.py")),
        ("Lib/a.py", "lib/b.py"),
        ("a.py", "a.py/b.py"),
    ],
)
def test_twins_are_a_violation(first: str, second: str) -> None:
    assert_violation(pack((first, CODE), (second, CODE)), "same name")


def test_an_encrypted_member_is_a_violation() -> None:
    data = pack(("a.py", CODE))
    central = data.index(b"PK\x01\x02")
    assert_violation(patch(patch(data, 6, b"\x01\0"), central + 8, b"\x01\0"), "encrypted", "without a password")


def test_another_compression_is_a_violation() -> None:
    assert_violation(pack(("a.py", CODE), method=zipfile.ZIP_BZIP2), "method 12")


@pytest.mark.parametrize(
    ("offset", "new"),
    [(8, b"\0\0"), (14, b"\1\2\3\4"), (18, b"\1\0\0\0"), (22, b"\1\0\0\0"), (30, b"b"), (6, b"\0\x08")],
    ids=["method", "crc", "packed", "unpacked", "name", "flags"],
)
def test_a_local_header_that_disagrees_is_a_violation(offset: int, new: bytes) -> None:
    assert_violation(patch(pack(("a.py", CODE)), offset, new), "a.py", "two headers disagree")


def test_data_before_or_after_is_a_violation() -> None:
    data = pack(("a.py", CODE))
    assert_violation(b"#!/bin/sh\n" + data, "before")
    assert_violation(data + b"print('hi')\n", "follows")
    assert_violation(data + bytes(70_000), "follows")


def test_data_hidden_between_entries_is_a_violation() -> None:
    data = pack(("a.py", CODE))
    central, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    hidden = b"hidden bytes"
    moved = data[:central] + hidden + data[central:]
    moved = patch(moved, end + len(hidden) + 16, struct.pack("<L", central + len(hidden)))
    assert_violation(moved, "a.py", "hidden data")


def test_overlapping_entries_are_a_violation() -> None:
    data = pack(("a.py", CODE), ("b.py", CODE))
    second = data.rindex(b"PK\x01\x02")
    # Both directory lines point to the first entry, as overlapping bombs do.
    assert_violation(patch(data, second + 42, bytes(4)), "overlaps another entry")


def test_two_ends_are_a_violation() -> None:
    data = pack(("a.py", CODE))
    inner_end = data[-22:]
    ambiguous = patch(data, len(data) - 2, struct.pack("<H", 22)) + inner_end
    assert_violation(ambiguous, "two ways")


def test_split_and_zip64_archives_are_violations() -> None:
    data = pack(("a.py", CODE))
    end = len(data) - 22
    assert_violation(patch(data, end + 4, b"\1\0"), "one part of several")
    assert_violation(patch(data, end + 16, b"\xff\xff\xff\xff"), "zip64")
    assert_violation(patch(data, data.index(b"PK\x01\x02") + 24, b"\xff\xff\xff\xff"), "zip64")


def test_a_second_name_in_an_extra_field_is_a_violation() -> None:
    made = zipfile.ZipInfo("a.py")
    made.extra = struct.pack("<HHBL", 0x7075, 9, 1, 0) + b"b.py"
    assert_violation(pack((made, CODE)), "different name")


def test_a_bomb_is_a_violation_and_small_repetition_is_not() -> None:
    assert_violation(pack(("a.py", b"#" * (10 * 1024 * 1024))), "100 times")
    assert () == read(pack(("a.py", b"#" * 64 * 1024))).faults
    assert_violation(pack(("a.py", b"#" * (64 * 1024 + 1))), "100 times")


def test_a_size_that_lies_is_a_violation() -> None:
    data = pack(("a.py", b"x = 1\n" * 100))
    central = data.index(b"PK\x01\x02")
    lying = patch(patch(data, 22, struct.pack("<L", 5)), central + 24, struct.pack("<L", 5))
    assert_violation(lying, "real size")


def test_too_many_members_are_a_violation() -> None:
    many = [(f"d{number}/", b"") for number in range(MAX_MEMBERS)]
    assert_violation(pack(*many, ("a.py", CODE)), "more than 4096 members")
    assert () == read(pack(*many[:-1], ("a.py", CODE))).faults


def test_a_damaged_archive_is_the_students_mistake() -> None:
    data = pack(("a.py", CODE * 50), ("b.py", CODE))
    assert_error(data[:-30], "damaged")
    assert_error(data[: len(data) // 2], "damaged")
    payload = data.index(b"a.py") + 8
    assert_error(patch(data, payload, bytes(byte ^ 0xFF for byte in data[payload : payload + 4])), "damaged")


def test_a_wrong_checksum_is_damage() -> None:
    stored = pack(("a.py", CODE), method=zipfile.ZIP_STORED)
    assert_error(stored.replace(b"softmax", b"sortmax"), "checksum")


def test_an_empty_archive_says_so() -> None:
    assert_error(pack(), "empty")
    assert_error(pack(("hw/", b"")), "empty")


def test_another_format_under_the_name_is_said() -> None:
    assert_error(b"\x1f\x8b" + bytes(50), "says zip", "tar.gz")
    assert_error(b"Rar!" + bytes(50), "not a zip archive")
    fault = only_fault(pack(("a.py", CODE)), "kim.tar.gz")
    assert "says tar.gz but the content is zip" in fault.message.en


def test_a_nested_archive_is_ignored() -> None:
    upload = read(pack(("a.py", CODE), ("more.zip", pack(("b.py", CODE))), method=zipfile.ZIP_STORED))
    assert (("more.zip",), 1) == (upload.others, len(upload.files))


def test_no_more_than_one_byte_past_the_limit_is_kept() -> None:
    upload = read(pack(("a.py", b"x = 1\n" * 100_000), method=zipfile.ZIP_STORED))
    assert MAX_FILE_BYTES + 1 == len(upload.files[0].data)


def test_the_limit_of_files_counts_only_what_is_read() -> None:
    files = [(f"f{number}.py", CODE) for number in range(64)]
    pictures = [(f"p{number}.png", b"x") for number in range(64)]
    assert () == read(pack(*files, *pictures)).faults
    upload = read(pack(*files, ("one_more.py", CODE)))
    assert ["more than 64 files" in fault.message.en for fault in upload.faults] == [True]


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    read(pack(("a.py", CODE)))
    assert [] == list(tmp_path.iterdir())


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", ["a/" * 16_000 + "x.py", "a/" * 33 + "x.py", "a" * 1100 + ".py"], ids=len)
def test_a_name_of_thousands_of_folders_takes_no_memory(name: str) -> None:
    assert_error(pack((name, CODE), ("softmax.py", CODE)), "longer than 1024 bytes or more than 32 folders deep")
