"""Chooses the reader of an archive by its suffix and checks that the content agrees."""

from __future__ import annotations

from torchgrade.graders.intake.errors import Rejected, mistake, violation
from torchgrade.graders.intake.names import show
from torchgrade.graders.intake.tars import is_tar, read_tar, read_tar_gz
from torchgrade.graders.intake.upload import MAX_ARCHIVE_BYTES, MIB, RawFile, Upload
from torchgrade.graders.intake.zips import END, LOCAL, read_zip

_READERS = {"zip": read_zip, "tar": read_tar, "tar.gz": read_tar_gz}


def read_archive(name: str, data: bytes) -> Upload:
    """Return what is in an archive, or its one fault. Never raises; nothing is written anywhere."""
    try:
        return _read(name, data)
    except Rejected as rejected:
        return Upload(faults=(rejected.fault,), refused=(RawFile(name=name, data=data),))


def _read(name: str, data: bytes) -> Upload:
    shown = show(name)
    if len(data) > MAX_ARCHIVE_BYTES:
        limit = MAX_ARCHIVE_BYTES // MIB
        raise Rejected(
            mistake(
                f"{shown}: the archive is larger than {limit} MiB. Pack only code, without data or saved models.",
                f"{shown}: 압축 파일이 {limit} MiB보다 큽니다. 데이터나 저장된 모델 없이 코드만 압축하세요.",
            )
        )
    expected, found = _kind_of_name(name), _kind_of_content(data)
    if found is None and expected == "zip" and END in data[-0x10016:] and LOCAL in data:
        raise Rejected(
            violation(
                f"{shown}: the archive was refused: data stands before its contents. Pack the files again.",
                f"{shown}: 압축 파일을 거부했습니다: 내용 앞에 다른 데이터가 붙어 있습니다. 다시 압축하세요.",
            )
        )
    if found is None:
        raise Rejected(
            mistake(
                f"{shown}: this is not a {expected} archive, or it is damaged. Pack the files again and hand it in.",
                f"{shown}: {expected} 압축 파일이 아니거나 손상되었습니다. 다시 압축해 제출하세요.",
            )
        )
    if found != expected:
        raise Rejected(
            mistake(
                f"{shown}: the name says {expected} but the content is {found}. Pack the files again as .{expected}.",
                f"{shown}: 이름은 {expected}인데 내용은 {found}입니다. .{expected}(으)로 다시 압축하세요.",
            )
        )
    return _READERS[found](data)


def _kind_of_name(name: str) -> str:
    lowered = name.lower()
    if lowered.endswith(".zip"):
        return "zip"
    return "tar" if lowered.endswith(".tar") else "tar.gz"


def _kind_of_content(data: bytes) -> str | None:
    if data.startswith((LOCAL, END)):
        return "zip"
    if data.startswith(b"\x1f\x8b"):
        return "tar.gz"
    return "tar" if is_tar(data) or (data and not any(data)) else None
