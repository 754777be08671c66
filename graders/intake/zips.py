"""A strict zip reader, in memory.

``zipfile`` and its cousins forgive much, and each forgives something else, so one file can show two contents. Here an
archive is what an honest program writes: local entries back to back from byte 0, then the directory, then its end
record at the last byte, and both descriptions of every entry agree. Anything else is refused by name.
"""

from __future__ import annotations

import stat
import struct
import zlib
from dataclasses import dataclass

from torchgrade.graders.intake.errors import Rejected, violation
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
from torchgrade.graders.intake.names import is_junk
from torchgrade.graders.intake.upload import Budget, Upload

LOCAL, CENTRAL, END, DESCRIPTOR = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x07\x08"
STORED, DEFLATED = 0, 8
ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000
HAS_DESCRIPTOR = 0x0008
UTF8_NAME = 0x0800
# Encryption, descriptor, patches and name encoding change what is read; the rest are compressor hints.
COMPARED_FLAGS = ENCRYPTED_FLAGS | HAS_DESCRIPTOR | 0x0020 | UTF8_NAME
MAX_COMMENT_BYTES = 1024
UNICODE_PATH_EXTRA = 0x7075
FULL_32 = 0xFFFFFFFF

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One line of the central directory."""

    raw_name: bytes
    name: str
    flags: int
    method: int
    crc: int
    packed_bytes: int
    unpacked_bytes: int
    offset: int
    mode: int


def read_zip(data: bytes) -> Upload:
    """Return the files of a zip. Raises Rejected with the reason when it is hostile, damaged or empty."""
    directory_offset, entries = _read_directory(data)
    for entry in entries:
        _check_entry(entry)
    payloads = _locate_payloads(data, entries, directory_offset=directory_offset)
    budget = Budget()
    members = [
        Member(name=entry.name, data=_read_member(payloads[entry.offset], entry, budget))
        for entry in entries
        if not entry.name.endswith("/")
    ]
    return build_upload(members, budget=budget)


def _read_directory(data: bytes) -> tuple[int, list[_Entry]]:
    end_offset = _find_end(data)
    _, disk, first_disk, disk_count, count, size, offset, _ = _END.unpack_from(data, end_offset)
    if FULL_32 in (size, offset) or 0xFFFF in (disk, count):
        raise _whole("it is a zip64 archive", "zip64 형식입니다")
    if disk or first_disk or disk_count != count:
        raise _whole("it is one part of several", "여러 개로 나뉜 압축 파일의 일부입니다")
    if offset + size != end_offset:
        raise _whole("data stands before or after its contents", "내용의 앞이나 뒤에 다른 데이터가 붙어 있습니다")
    check_count(count)
    entries: list[_Entry] = []
    cursor = offset
    for _ in range(count):
        entry, cursor = _read_entry(data, cursor, end=end_offset)
        entries.append(entry)
    if cursor != end_offset:
        raise _whole("its directory has more than its entries", "목록에 항목이 아닌 데이터가 있습니다")
    return offset, entries


def _find_end(data: bytes) -> int:
    """Return where the end record starts; it must be the only one that reaches exactly to the last byte."""
    found: list[int] = []
    position = data.find(END, max(0, len(data) - _END.size - 0xFFFF))
    while position != -1:
        if position + _END.size + _comment_bytes(data, position) == len(data):
            found.append(position)
        position = data.find(END, position + 1)
    if not found:
        if _is_end(data, data.rfind(END)):
            raise _whole("data follows its end", "끝 뒤에 다른 데이터가 붙어 있습니다")
        raise damaged("its end is missing")
    if len(found) > 1 or len(data) - found[0] - _END.size > MAX_COMMENT_BYTES:
        raise _whole("its end can be read in two ways", "끝을 두 가지로 읽을 수 있습니다")
    if not data.startswith((LOCAL, END)):
        raise _whole("data stands before its contents", "내용 앞에 다른 데이터가 붙어 있습니다")
    return found[0]


def _comment_bytes(data: bytes, position: int) -> int:
    return int.from_bytes(data[position + 20 : position + 22], "little")


def _is_end(data: bytes, position: int) -> bool:
    """Say whether a whole archive ends at this record, so that what comes after it was added."""
    if position == -1 or position + _END.size > len(data):
        return False
    _, _, _, _, _, size, offset, comment_bytes = _END.unpack_from(data, position)
    return bool(offset + size == position and position + _END.size + comment_bytes < len(data))


def _read_entry(data: bytes, cursor: int, *, end: int) -> tuple[_Entry, int]:
    if cursor + _CENTRAL.size > end or not data.startswith(CENTRAL, cursor):
        raise damaged("its directory is broken")
    fields = _CENTRAL.unpack_from(data, cursor)
    _, _, _, flags, method, _, _, crc, packed, unpacked, name_bytes, extra_bytes, comment_bytes = fields[:13]
    disk, _, attributes, offset = fields[13:]
    name_end = cursor + _CENTRAL.size + name_bytes
    stop = name_end + extra_bytes + comment_bytes
    if stop > end:
        raise damaged("its directory is broken")
    raw_name = data[name_end - name_bytes : name_end]
    name = _decode_name(raw_name, flags)
    if disk or FULL_32 in (packed, unpacked, offset):
        raise refuse(name, "it is split or zip64", "나뉘었거나 zip64 형식입니다")
    _check_unicode_path(name, data[name_end : name_end + extra_bytes])
    entry = _Entry(
        raw_name=raw_name,
        name=name,
        flags=flags,
        method=method,
        crc=crc,
        packed_bytes=packed,
        unpacked_bytes=unpacked,
        offset=offset,
        mode=attributes >> 16,
    )
    return entry, stop


def _decode_name(raw: bytes, flags: int) -> str:
    """Return a member's name. Macs leave the UTF-8 flag out, and Korean Windows writes cp949 without one."""
    encodings = ("utf-8",) if flags & UTF8_NAME else ("utf-8", "cp949", "cp437")
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "surrogateescape")


def _check_unicode_path(name: str, extra: bytes) -> None:
    cursor = 0
    while cursor + 4 <= len(extra):
        tag, size = struct.unpack_from("<HH", extra, cursor)
        body = extra[cursor + 4 : cursor + 4 + size]
        if tag == UNICODE_PATH_EXTRA and body[5:] != name.encode("utf-8", "surrogateescape"):
            raise refuse(name, "it has a second, different name", "다른 이름이 하나 더 적혀 있습니다")
        cursor += 4 + size


def _check_entry(entry: _Entry) -> None:
    check_path(entry.name)
    if entry.flags & ENCRYPTED_FLAGS:
        raise refuse(
            entry.name, "it is encrypted; pack it without a password", "암호화되어 있습니다. 암호 없이 압축하세요"
        )
    if is_junk(entry.name):
        return
    is_folder = entry.name.endswith("/")
    kind = stat.S_IFMT(entry.mode)
    if kind not in (0, stat.S_IFDIR if is_folder else stat.S_IFREG):
        raise refuse(entry.name, "it is not a regular file", "일반 파일이 아닙니다 (링크나 장치)")
    if not is_folder and entry.mode & (stat.S_ISUID | stat.S_ISGID):
        raise refuse(entry.name, "it has setuid bits", "setuid 비트가 켜져 있습니다")
    if entry.method not in (STORED, DEFLATED):
        raise refuse(
            entry.name,
            f"compression method {entry.method} is not accepted; pack it as an ordinary zip",
            f"압축 방식 {entry.method}은(는) 받지 않습니다. 일반 zip으로 압축하세요",
        )
    if is_folder and entry.unpacked_bytes:
        raise refuse(entry.name, "a folder with contents of its own", "내용이 있는 폴더입니다")
    if entry.method == STORED and entry.packed_bytes != entry.unpacked_bytes:
        raise refuse(entry.name, "its two sizes differ though it is stored", "압축하지 않았는데 두 크기가 다릅니다")
    check_ratio(entry.name, packed_bytes=entry.packed_bytes, unpacked_bytes=entry.unpacked_bytes)


def _locate_payloads(data: bytes, entries: list[_Entry], *, directory_offset: int) -> dict[int, bytes]:
    """Return each entry's packed bytes by its offset. The entries must fill the archive without gap or overlap."""
    ordered = sorted(entries, key=lambda entry: entry.offset)
    starts = [*(entry.offset for entry in ordered), directory_offset]
    if starts[0] != 0:
        raise _whole("data stands before its contents", "내용 앞에 다른 데이터가 붙어 있습니다")
    payloads: dict[int, bytes] = {}
    for entry, end in zip(ordered, starts[1:], strict=True):
        start = _check_local(data, entry, end=end)
        stop = start + entry.packed_bytes
        if stop > end:
            raise refuse(entry.name, "it overlaps another entry", "다른 항목과 겹칩니다")
        _check_descriptor(data[stop:end], entry)
        payloads[entry.offset] = data[start:stop]
    return payloads


def _check_local(data: bytes, entry: _Entry, *, end: int) -> int:
    """Return where an entry's packed bytes start, once its local header says what the directory says."""
    if entry.offset + _LOCAL.size > end:
        raise refuse(entry.name, "it overlaps another entry", "다른 항목과 겹칩니다")
    signature, _, flags, method, _, _, crc, packed, unpacked, name_bytes, extra_bytes = _LOCAL.unpack_from(
        data, entry.offset
    )
    name_end = entry.offset + _LOCAL.size + name_bytes
    same = (
        signature == LOCAL
        and data[name_end - name_bytes : name_end] == entry.raw_name
        and method == entry.method
        and (flags ^ entry.flags) & COMPARED_FLAGS == 0
    )
    here, there = (crc, packed, unpacked), (entry.crc, entry.packed_bytes, entry.unpacked_bytes)
    # An entry written to a pipe learns its sizes later: zeros (or zip64 marks) here, the truth in a descriptor.
    later = flags & HAS_DESCRIPTOR and crc in (0, entry.crc) and {packed, unpacked} <= {0, FULL_32}
    if not same or (here != there and not later):
        raise refuse(entry.name, "its two headers disagree", "두 헤더의 내용이 서로 다릅니다")
    return int(name_end + extra_bytes)


def _check_descriptor(found: bytes, entry: _Entry) -> None:
    expected = [b""]
    if entry.flags & HAS_DESCRIPTOR:
        short = struct.pack("<3L", entry.crc, entry.packed_bytes, entry.unpacked_bytes)
        long = struct.pack("<LQQ", entry.crc, entry.packed_bytes, entry.unpacked_bytes)
        expected = [DESCRIPTOR + short, DESCRIPTOR + long, short, long]
        if not entry.packed_bytes:
            expected.append(b"")
    if found not in expected:
        raise refuse(entry.name, "hidden data follows it", "뒤에 숨은 데이터가 있습니다")


def _read_member(packed: bytes, entry: _Entry, budget: Budget) -> bytes | None:
    """Return a member's bytes up to its limit, or None for one nobody reads; ignored members are never inflated."""
    limit = wanted_bytes(entry.name, budget)
    if limit is None:
        return None
    is_whole = entry.unpacked_bytes < limit
    unpacked = packed[:limit] if entry.method == STORED else _inflate(packed, entry, limit=limit)
    if len(unpacked) != min(entry.unpacked_bytes, limit):
        raise refuse(entry.name, "its real size is not the size it states", "실제 크기가 적힌 크기와 다릅니다")
    if is_whole and zlib.crc32(unpacked) != entry.crc:
        raise damaged("a checksum is wrong")
    budget.add_bytes(len(unpacked))
    return unpacked


def _inflate(packed: bytes, entry: _Entry, *, limit: int) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        # One byte past the stated size shows a size that lies, whatever the stream goes on to.
        unpacked = inflater.decompress(packed, min(entry.unpacked_bytes + 1, limit))
    except zlib.error:
        raise damaged("a file inside does not unpack") from None
    if entry.unpacked_bytes >= limit or len(unpacked) != entry.unpacked_bytes:
        return unpacked
    if not inflater.eof:
        raise damaged("a file inside is cut off")
    if inflater.unused_data:
        raise refuse(entry.name, "hidden data follows it", "뒤에 숨은 데이터가 있습니다")
    return unpacked


def _whole(en: str, ko: str) -> Rejected:
    return Rejected(
        violation(
            f"The archive was refused: {en}. Pack the files again with an ordinary zip program.",
            f"압축 파일을 거부했습니다: {ko}. 일반 압축 프로그램으로 다시 압축하세요.",
        )
    )
