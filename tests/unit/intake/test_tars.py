"""Every way a tar can be something other than regular files."""

from __future__ import annotations

import gzip
import io
import tarfile
import unicodedata

import pytest

from torchgrade.graders.intake.archives import read_archive
from torchgrade.graders.intake.upload import MAX_UNPACKED_BYTES, Upload
from torchgrade.graders.submission import Fault, FaultKind

CODE = b"def softmax(x):\n    return x\n"


def entry(name: str, kind: bytes = tarfile.REGTYPE, *, mode: int = 0o644, **fields: object) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.mode = kind, mode
    for key, value in fields.items():
        setattr(made, key, value)
    return made


def pack(*members: tuple[tarfile.TarInfo | str, bytes], form: int = tarfile.PAX_FORMAT, **options: object) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=form, **options) as archive:  # type: ignore[call-overload]
        for made, data in members:
            made = entry(made) if isinstance(made, str) else made
            made.size = len(data)
            archive.addfile(made, io.BytesIO(data))
    return target.getvalue()


def read(data: bytes, name: str = "kim.tar") -> Upload:
    return read_archive(name, data)


def only_fault(data: bytes, name: str = "kim.tar") -> Fault:
    upload = read(data, name)
    assert upload.files == ()
    (fault,) = upload.faults
    return fault


def assert_violation(data: bytes, *parts: str, name: str = "kim.tar") -> None:
    fault = only_fault(data, name)
    assert (fault.kind, fault.file) == (FaultKind.VIOLATION, None), fault.message.en
    for part in parts:
        assert part in fault.message.en


def assert_error(data: bytes, *parts: str, name: str = "kim.tar") -> None:
    fault = only_fault(data, name)
    assert (fault.kind, fault.file) == (FaultKind.ERROR, None), fault.message.en
    for part in parts:
        assert part in fault.message.en


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
@pytest.mark.parametrize("name", ["a.py", f"{'long/' * 25}a.py"])
def test_every_ordinary_format_is_read(form: int, name: str) -> None:
    data = pack(("b.py", b""), (name, CODE), form=form)
    expected = [("b.py", b""), (name, CODE)]
    assert expected == [(file.name, file.data) for file in read(data).files]
    assert expected == [(file.name, file.data) for file in read(gzip.compress(data), "kim.tgz").files]


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_korean_names_are_read(form: int) -> None:
    data = pack((unicodedata.normalize("NFD", "과제.py"), CODE), form=form)
    assert "과제.py" == read(data).files[0].name


def test_a_tar_of_the_current_folder_is_read() -> None:
    data = pack((entry("./", tarfile.DIRTYPE), b""), ("./a.py", CODE), ("./.git/x", b""))
    assert ["a.py"] == [file.name for file in read(data).files]


def test_a_tar_of_a_folder_is_stripped() -> None:
    data = pack((entry("hw1", tarfile.DIRTYPE, mode=0o2755), b""), ("hw1/a.py", CODE))
    assert ["a.py"] == [file.name for file in read(data).files]


@pytest.mark.parametrize(
    "kind",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.GNUTYPE_SPARSE],
)
def test_a_member_that_is_no_regular_file_is_a_violation(kind: bytes) -> None:
    assert_violation(pack((entry("a.py", kind, linkname="/etc/passwd"), b"")), "a.py", "not a regular file")


def test_a_link_with_a_long_target_is_a_violation() -> None:
    long_link = entry("a.py", tarfile.SYMTYPE, linkname="x/" * 100)
    for form in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        assert_violation(pack((long_link, b""), form=form))


def test_setuid_bits_are_a_violation() -> None:
    assert_violation(pack((entry("a.py", mode=0o4755), CODE)), "setuid")


@pytest.mark.parametrize("name", ["../a.py", "/a.py", "x/../a.py", "a\\b.py", "C:a.py", "a//b.py"])
def test_an_unsafe_path_is_a_violation(name: str) -> None:
    assert_violation(pack((name, CODE)), "unsafe name")


def test_the_final_name_is_checked_and_not_the_one_in_the_header() -> None:
    assert_violation(pack((entry("a.py", pax_headers={"path": "../evil.py"}), CODE)), "'..'")
    assert_violation(pack((entry("../" * 40 + "a.py"), CODE), form=tarfile.GNU_FORMAT), "'..'")


@pytest.mark.parametrize("key", ["size", "linkpath", "GNU.sparse.name", "GNU.sparse.realsize", "hdrcharset"])
def test_a_pax_header_that_changes_what_is_read_is_a_violation(key: str) -> None:
    assert_violation(pack((entry("a.py", pax_headers={key: "1"}), CODE)), key)


def test_controls_in_a_pax_header_are_escaped() -> None:
    assert_violation(pack((entry("a.py", pax_headers={"p\x1b[2J": "1"}), CODE)), "'p\\x1b[2J'")


def test_harmless_pax_headers_are_accepted() -> None:
    headers = {"mtime": "1.5", "LIBARCHIVE.creationtime": "1", "SCHILY.xattr.com.apple.x": "y"}
    assert 1 == len(read(pack((entry("a.py", pax_headers=headers), CODE))).files)
    assert 1 == len(read(pack(("a.py", CODE), pax_headers={"comment": "a git commit"})).files)


def test_a_global_path_is_a_violation() -> None:
    assert_violation(pack(("a.py", CODE), pax_headers={"path": "b.py"}), "path")


def test_twins_are_a_violation() -> None:
    assert_violation(pack(("a.py", CODE), ("A.py", CODE)), "same name")


def test_data_after_the_end_is_a_violation() -> None:
    data = pack(("a.py", CODE))
    assert_violation(data + b"x" * 512, "follows its end")
    assert_violation(gzip.compress(data) + b"more", "follows its end", name="kim.tar.gz")
    assert 1 == len(read(gzip.compress(data) + bytes(512), "kim.tar.gz").files)


def test_several_gzip_members_are_read_as_one_but_not_thousands() -> None:
    data = pack(("a.py", CODE))
    halves = gzip.compress(data[:700]) + gzip.compress(data[700:])
    assert 1 == len(read(halves, "kim.tgz").files)
    assert_violation(halves + gzip.compress(b"") * 1000, name="kim.tgz")


def test_a_bomb_stops_early() -> None:
    bomb = gzip.compress(bytes(50 * 1024 * 1024))
    assert_violation(bomb, "100 times", name="kim.tar.gz")


def test_a_large_honest_stream_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torchgrade.graders.intake.tars.MAX_UNPACKED_BYTES", 10240)
    data = pack(("a.py", CODE))
    assert 10240 == len(data) < MAX_UNPACKED_BYTES
    assert 1 == len(read(gzip.compress(data), "kim.tgz").files)
    assert_error(gzip.compress(data + bytes(1)), "unpacks to more than", name="kim.tgz")


def test_a_damaged_archive_is_the_students_mistake() -> None:
    data = pack(("a.py", CODE * 50))
    packed = gzip.compress(data)
    assert_error(data[:-9000], "damaged")
    assert_error(data[:1536], "damaged", "cut off")
    assert_error(data[:2048] + b"y" * 512, "damaged")
    assert_error(packed[:-20], "damaged", name="kim.tgz")
    assert_error(packed[:20] + bytes(4) + packed[24:], "damaged", name="kim.tgz")


def test_an_empty_archive_says_so() -> None:
    assert_error(pack(), "empty")
    assert_error(gzip.compress(pack()), "empty", name="kim.tgz")


def test_gzip_without_tar_says_so() -> None:
    assert_error(gzip.compress(CODE * 100), "no tar archive", name="kim.tar.gz")


def test_another_format_under_the_name_is_said() -> None:
    assert_error(gzip.compress(pack(("a.py", CODE))), "says tar but the content is tar.gz")
    assert_error(b"hello", "not a tar archive")
