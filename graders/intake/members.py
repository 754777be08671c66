"""What every kind of archive must obey, whatever its format: names, kinds, counts and how well it packs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from torchgrade.graders.intake.errors import Rejected, mistake, violation
from torchgrade.graders.intake.names import MAX_DEPTH, MAX_NAME_BYTES, is_junk, show, unsafe_path
from torchgrade.graders.intake.upload import (
    MAX_MEMBERS,
    MAX_RATIO,
    RATIO_FLOOR_BYTES,
    Budget,
    RawFile,
    Upload,
    byte_limit,
    is_wanted,
    strip_common_folder,
    twin_fault,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One regular file of an archive: its bytes up to one past the limit, or None when it is not wanted."""

    name: str
    data: bytes | None


def refuse(name: str, en: str, ko: str) -> Rejected:
    """Return the violation that names one archive member."""
    shown = show(name)
    return Rejected(
        violation(f"The archive was refused: '{shown}': {en}.", f"압축 파일을 거부했습니다: '{shown}': {ko}.")
    )


def damaged(en: str) -> Rejected:
    """Return the honest fault of an archive that was cut off or changed on its way."""
    return Rejected(
        mistake(
            f"The archive is damaged ({en}). Pack the files again and check that it opens before handing it in.",
            f"압축 파일이 손상되었습니다 ({en}). 다시 압축한 뒤 열리는지 확인하고 제출하세요.",
        )
    )


def check_path(name: str) -> None:
    """Raise Rejected if a member's name could escape the folder it is unpacked to, or is too long to work with.

    Every folder on the way to a file is looked at, so a name of thousands of folders would take gigabytes.
    """
    reason = unsafe_path(name)
    if reason is not None:
        raise refuse(name, f"unsafe name, {reason}", f"안전하지 않은 이름입니다 ({reason})")
    if len(name.encode("utf-8", "surrogatepass")) > MAX_NAME_BYTES or name.count("/") > MAX_DEPTH:
        shown = show(name)
        raise Rejected(
            mistake(
                f"'{shown}': the name is longer than {MAX_NAME_BYTES} bytes or more than {MAX_DEPTH} folders deep. "
                "Pack only this assignment's files.",
                f"'{shown}': 이름이 {MAX_NAME_BYTES}바이트보다 길거나 폴더가 {MAX_DEPTH}단계보다 깊습니다. "
                "이 과제의 파일만 압축하세요.",
            )
        )


def check_count(count: int) -> None:
    """Raise Rejected if an archive has too many members, folders and junk included."""
    if count > MAX_MEMBERS:
        raise Rejected(
            violation(
                f"The archive was refused: it has more than {MAX_MEMBERS} members. Pack only this assignment's files.",
                f"압축 파일을 거부했습니다: 항목이 {MAX_MEMBERS}개보다 많습니다. 이 과제의 파일만 압축하세요.",
            )
        )


def check_ratio(name: str, *, packed_bytes: int, unpacked_bytes: int) -> None:
    """Raise Rejected if data packs better than honest files do: a bomb."""
    if unpacked_bytes > RATIO_FLOOR_BYTES and unpacked_bytes > packed_bytes * MAX_RATIO:
        raise refuse(
            name,
            f"it unpacks to more than {MAX_RATIO} times its packed size",
            f"압축을 풀면 {MAX_RATIO}배보다 커집니다",
        )


def wanted_bytes(name: str, budget: Budget) -> int | None:
    """Return how many bytes of a member to read at most, or None for one that is ignored or beyond the budget."""
    if is_junk(name) or not is_wanted(name) or not budget.add_file():
        return None
    return byte_limit(name) + 1


def build_upload(members: Iterable[Member], *, budget: Budget) -> Upload:
    """Return the members as an upload without junk; raise Rejected where two names are one, or nothing is inside."""
    kept = [member for member in members if not is_junk(member.name)]
    if not kept:
        raise Rejected(
            mistake(
                "The archive is empty. Put your .py or .ipynb files into it and hand it in again.",
                "압축 파일이 비어 있습니다. .py 또는 .ipynb 파일을 넣어 다시 제출하세요.",
            )
        )
    names = [member.name for member in kept]
    twins = twin_fault(names)
    if twins is not None:
        raise Rejected(twins)
    upload = Upload(
        files=tuple(RawFile(name=_compose(m.name), data=m.data) for m in kept if m.data is not None),
        others=tuple(_compose(m.name) for m in kept if m.data is None and not is_wanted(m.name)),
        faults=tuple(budget.faults),
    )
    return strip_common_folder(upload)


def _compose(name: str) -> str:
    # Macs write Hangul in decomposed form; rosters and the teacher's computer have it composed.
    return unicodedata.normalize("NFC", name)
