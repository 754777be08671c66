"""A strict tar reader, in memory, plain or gzipped.

``tarfile``'s filters have been bypassed more than once, and it reads sparse files, links and devices. This reader knows
regular files and folders in ustar, GNU and PAX form, and refuses every other kind of member by name.
"""

from __future__ import annotations

import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from torchgrade.graders.intake.errors import Rejected, mistake, violation
from torchgrade.graders.intake.members import (
    Member,
    build_upload,
    check_count,
    check_path,
    check_ratio,
    damaged,
    refuse,
    wanted_bytes,
)
from torchgrade.graders.intake.names import is_junk, show
from torchgrade.graders.intake.upload import MAX_UNPACKED_BYTES, MIB, Budget, Upload

BLOCK = 512
FILE_TYPES, FOLDER_TYPE = frozenset(b"0\0"), ord("5")
LONG_NAME, PAX, PAX_GLOBAL = b"Lxg"
MAX_HEADER_BYTES = 64 * 1024
# Parallel packers write a few members; thousands would only cost time.
MAX_GZIP_MEMBERS = 64
# Facts about a file that change neither its name nor its bytes; macOS and libarchive add their own.
HARMLESS_PAX = frozenset({"atime", "mtime", "ctime", "uid", "gid", "uname", "gname", "comment"})
HARMLESS_PAX_PREFIXES = ("LIBARCHIVE.", "SCHILY.xattr.", "SCHILY.fflags", "SCHILY.dev", "SCHILY.ino", "SCHILY.nlink")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Header:
    """One 512-byte header block."""

    name: str
    mode: int
    size: int
    type: int
    body: int

    @property
    def next(self) -> int:
        """Return where the next header starts: contents are padded to whole blocks."""
        return self.body + -(-self.size // BLOCK) * BLOCK


def is_tar(data: bytes) -> bool:
    """Say whether the data starts with a tar header whose checksum is right."""
    return len(data) >= BLOCK and data[0] != 0 and _has_checksum(data[:BLOCK])


def read_tar_gz(data: bytes) -> Upload:
    """Return the files of a gzipped tar. Raises Rejected with the reason when it is hostile, damaged or empty."""
    unpacked = _gunzip(data)
    if unpacked and not is_tar(unpacked) and any(unpacked[:BLOCK]):
        raise Rejected(
            mistake(
                "The archive is gzipped but there is no tar archive inside. Hand in a .zip or a .tar.gz of your files.",
                "gzip 파일이지만 안에 tar 압축이 없습니다. 파일들을 .zip 또는 .tar.gz로 묶어 제출하세요.",
            )
        )
    return read_tar(unpacked)


def read_tar(data: bytes) -> Upload:
    """Return the files of a plain tar. Raises Rejected with the reason when it is hostile, damaged or empty."""
    budget = Budget()
    members = [
        Member(name=header.name, data=_read_member(data, header, budget))
        for header in _members(data)
        if header.type != FOLDER_TYPE
    ]
    return build_upload(members, budget=budget)


def _gunzip(data: bytes) -> bytes:
    """Return the unpacked stream, stopping as soon as it grows past what an honest one would."""
    pieces: list[bytes] = []
    total = 0
    rest = data
    for _ in range(MAX_GZIP_MEMBERS):
        inflater = zlib.decompressobj(16 + zlib.MAX_WBITS)
        while True:
            try:
                piece = inflater.decompress(rest, MIB)
            except zlib.error:
                raise damaged("it does not unpack") from None
            rest = inflater.unconsumed_tail
            total += len(piece)
            pieces.append(piece)
            _check_stream(packed_bytes=len(data), unpacked_bytes=total)
            if inflater.eof:
                break
            if not rest and not piece:
                raise damaged("it is cut off")
        rest = inflater.unused_data
        if not rest.strip(b"\0"):
            return b"".join(pieces)
        if not rest.startswith(b"\x1f\x8b"):
            raise _trailing()
    raise _trailing()


def _check_stream(*, packed_bytes: int, unpacked_bytes: int) -> None:
    check_ratio("tar.gz", packed_bytes=packed_bytes, unpacked_bytes=unpacked_bytes)
    if unpacked_bytes > MAX_UNPACKED_BYTES:
        raise Rejected(
            mistake(
                f"The archive unpacks to more than {MAX_UNPACKED_BYTES // MIB} MiB. Pack only code, without data.",
                f"압축을 풀면 {MAX_UNPACKED_BYTES // MIB} MiB보다 큽니다. 데이터 없이 코드만 압축하세요.",
            )
        )


def _members(data: bytes) -> Iterator[_Header]:
    """Yield files and folders under their final names, every one of them checked."""
    cursor = count = 0
    long_name: str | None = None
    while any(block := data[cursor : cursor + BLOCK]):
        header = _read_header(block, body=cursor + BLOCK)
        count += 1
        check_count(count)
        if header.next > len(data):
            raise damaged("it is cut off")
        body = data[header.body : header.body + header.size]
        cursor = header.next
        if header.type in (LONG_NAME, PAX, PAX_GLOBAL):
            name = _extended_name(header, body)
            if name is not None:
                if long_name is not None:
                    raise refuse(name, "it has two long names", "긴 이름이 두 개입니다")
                long_name = name
            continue
        final = _tidy(header.name if long_name is None else long_name)
        long_name = None
        if final:
            member = _Header(name=final, mode=header.mode, size=header.size, type=header.type, body=header.body)
            _check_member(member)
            yield member
    if cursor >= len(data):
        raise damaged("its end is missing")
    if any(data[cursor:]):
        raise _trailing()


def _read_header(block: bytes, *, body: int) -> _Header:
    if len(block) < BLOCK or not _has_checksum(block):
        raise damaged("a header's checksum is wrong")
    name = _text(block[:100])
    if block[257:263] == b"ustar\0" and block[345] != 0:
        name = f"{_text(block[345:500])}/{name}"
    return _Header(name=name, mode=_octal(block[100:108]), size=_octal(block[124:136]), type=block[156], body=body)


def _has_checksum(block: bytes) -> bool:
    total = sum(block[:148]) + sum(block[156:]) + 8 * ord(" ")
    stated = block[148:156].strip(b" \0")
    return stated.isdigit() and b"8" not in stated and b"9" not in stated and int(stated, 8) == total


def _octal(field: bytes) -> int:
    """Return a number field. Only octal digits: the binary form is for sizes that no submission has."""
    digits = field.strip(b" \0")
    if not digits:
        return 0
    if not digits.isdigit() or b"8" in digits or b"9" in digits:
        raise damaged("a number in a header is broken")
    return int(digits, 8)


def _text(field: bytes) -> str:
    raw = field.partition(b"\0")[0]
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "surrogateescape")


def _extended_name(header: _Header, body: bytes) -> str | None:
    """Return the name that a GNU or PAX extension gives the next member, or None if it says nothing about names."""
    if header.size > MAX_HEADER_BYTES:
        raise refuse(header.name, "its extended header is too long", "확장 헤더가 너무 깁니다")
    if header.type == LONG_NAME:
        return _text(body)
    name: str | None = None
    for key, value in _pax_records(body):
        if key == "path" and header.type == PAX and name is None:
            # A NUL would end the name for some readers and not for others; it is refused as unsafe later.
            name = value
        elif key not in HARMLESS_PAX and not key.startswith(HARMLESS_PAX_PREFIXES):
            shown = show(key, limit=40)
            raise refuse(header.name, f"its PAX header sets '{shown}'", f"PAX 헤더에 '{shown}' 항목이 있습니다")
    return name


def _pax_records(body: bytes) -> Iterator[tuple[str, str]]:
    cursor = 0
    while cursor < len(body):
        length, space, _ = body[cursor : cursor + 8].partition(b" ")
        if not space or not length.isdigit():
            raise damaged("a PAX header is broken")
        stop = cursor + int(length)
        record = body[cursor + len(length) + 1 : stop]
        key, equals, value = record.removesuffix(b"\n").partition(b"=")
        if stop > len(body) or not record.endswith(b"\n") or not equals:
            raise damaged("a PAX header is broken")
        yield key.decode("ascii", "backslashreplace"), value.decode("utf-8", "surrogateescape")
        cursor = stop


def _tidy(name: str) -> str:
    """Return a name without the ``./`` that ``tar czf x.tgz .`` puts first; "" is the folder itself."""
    while name.startswith("./"):
        name = name[2:]
    return "" if name == "." else name


def _check_member(header: _Header) -> None:
    check_path(header.name)
    if is_junk(header.name):
        return
    is_folder = header.type == FOLDER_TYPE
    if not is_folder and (header.type not in FILE_TYPES or header.name.endswith("/")):
        raise refuse(header.name, "it is not a regular file", "일반 파일이 아닙니다 (링크나 장치)")
    if is_folder and header.size:
        raise refuse(header.name, "a folder with contents of its own", "내용이 있는 폴더입니다")
    if not is_folder and header.mode & (stat.S_ISUID | stat.S_ISGID):
        raise refuse(header.name, "it has setuid bits", "setuid 비트가 켜져 있습니다")


def _read_member(data: bytes, header: _Header, budget: Budget) -> bytes | None:
    limit = wanted_bytes(header.name, budget)
    if limit is None:
        return None
    found = data[header.body : header.body + min(header.size, limit)]
    budget.add_bytes(len(found))
    return found


def _trailing() -> Rejected:
    return Rejected(
        violation(
            "The archive was refused: data follows its end. Pack the files again with an ordinary program.",
            "압축 파일을 거부했습니다: 끝 뒤에 다른 데이터가 붙어 있습니다. 일반 압축 프로그램으로 다시 압축하세요.",
        )
    )
