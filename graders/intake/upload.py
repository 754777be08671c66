"""What was read for one student before anybody looked inside: names and bytes, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from torchgrade.graders.intake.errors import mistake, violation
from torchgrade.graders.intake.names import common_folder, find_twins, is_reserved, is_source, show, show_list
from torchgrade.graders.submission import MAX_FILE_BYTES, MAX_FILES, MAX_SUBMISSION_BYTES, Fault

MIB = 1024 * 1024
# Packed files and junk we drop (``__MACOSX``, ``.git``) come on top of the submission's own 5 MiB.
MAX_ARCHIVE_BYTES = 16 * MIB
MAX_UNPACKED_BYTES = 32 * MIB
MAX_MEMBERS = 4096
MAX_RATIO = 100
# Small files of zeros or blanks honestly pack better than 100 to 1.
RATIO_FLOOR_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """A file's name and its first bytes: at most one byte more than the limit, so that too much is seen."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One student's files. ``others`` are names that were seen and ignored; ``submitted`` is the newest mtime.

    ``refused`` are archives that were not unpacked; they count for the submission's hash and for nothing else.
    """

    files: tuple[RawFile, ...] = ()
    refused: tuple[RawFile, ...] = ()
    others: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    notices: tuple[str, ...] = ()
    submitted: float | None = None


@dataclass(slots=True)
class Budget:
    """Counts files and bytes while they are read, so that nobody reads past the limits of a submission."""

    files: int = 0
    bytes: int = 0
    faults: list[Fault] = field(default_factory=list)

    def add_file(self) -> bool:
        """Count one file and say whether it may still be read."""
        self.files += 1
        if self.files == MAX_FILES + 1:
            self.faults.append(TOO_MANY_FILES)
        return self.files <= MAX_FILES and self.bytes <= MAX_SUBMISSION_BYTES

    def add_bytes(self, count: int) -> None:
        """Count what one file held."""
        within = self.bytes <= MAX_SUBMISSION_BYTES
        self.bytes += count
        if within and self.bytes > MAX_SUBMISSION_BYTES:
            self.faults.append(TOO_MANY_BYTES)


TOO_MANY_FILES = mistake(
    f"The submission has more than {MAX_FILES} files. Hand in only the files of this assignment.",
    f"제출물에 파일이 {MAX_FILES}개보다 많습니다. 이 과제의 파일만 제출하세요.",
)
TOO_MANY_BYTES = mistake(
    f"The submission is larger than {MAX_SUBMISSION_BYTES // MIB} MiB. Hand in only code, no data or saved models.",
    f"제출물이 {MAX_SUBMISSION_BYTES // MIB} MiB보다 큽니다. 데이터나 저장된 모델 없이 코드만 제출하세요.",
)


def is_wanted(name: str) -> bool:
    """Say whether a file is read at all: source, or a name that must be refused aloud."""
    return is_source(name) or is_reserved(name)


def byte_limit(name: str) -> int:
    """Return the most bytes a file may have; a notebook's outputs count, its code is limited later."""
    return MAX_SUBMISSION_BYTES if name.lower().endswith(".ipynb") else MAX_FILE_BYTES


def strip_common_folder(upload: Upload) -> Upload:
    """Remove the one folder that holds everything, since students pack the folder and not the files."""
    prefix = common_folder([*(file.name for file in upload.files), *upload.others])
    return replace(
        upload,
        files=tuple(replace(file, name=file.name.removeprefix(prefix)) for file in upload.files),
        others=tuple(name.removeprefix(prefix) for name in upload.others),
    )


def merge(uploads: Sequence[Upload]) -> Upload:
    """Return several uploads of one student as one, its limits counted anew."""
    if len(uploads) == 1:
        return uploads[0]
    budget = Budget()
    for upload in uploads:
        for file in upload.files:
            budget.add_file()
            budget.add_bytes(len(file.data))
    faults = [fault for upload in uploads for fault in upload.faults]
    names = [file.name for upload in uploads for file in upload.files]
    doubles = sorted({name for name in names if names.count(name) > 1})
    if doubles:
        shown = show_list(doubles)
        faults.append(
            mistake(
                f"Several files have the same name: {shown}. Rename or remove all but one.",
                f"같은 이름의 파일이 여러 개입니다: {shown}. 하나만 남기거나 이름을 바꾸세요.",
            )
        )
    refused = [file for upload in uploads for file in upload.files if file.name in doubles]
    times = [upload.submitted for upload in uploads if upload.submitted is not None]
    return Upload(
        files=tuple(file for upload in uploads for file in upload.files if file.name not in doubles),
        refused=(*refused, *(file for upload in uploads for file in upload.refused)),
        others=tuple(name for upload in uploads for name in upload.others),
        faults=(*faults, *(fault for fault in budget.faults if fault not in faults)),
        notices=tuple(notice for upload in uploads for notice in upload.notices),
        submitted=max(times, default=None),
    )


def twin_fault(names: list[str]) -> Fault | None:
    """Return the violation of two names that are one file to some computers."""
    twins = find_twins(names)
    if twins is None:
        return None
    first, second = (show(name) for name in twins)
    return violation(
        f"'{first}' and '{second}' are the same name on some computers. Rename or remove one of them.",
        f"'{first}'와(과) '{second}'는 일부 컴퓨터에서 같은 이름입니다. 하나의 이름을 바꾸거나 지우세요.",
    )
