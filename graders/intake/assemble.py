"""From one student's raw files to a Submission. Pure: bytes in, source text and faults out."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from torchgrade.graders.intake.errors import mistake
from torchgrade.graders.intake.names import is_odd, is_reserved, show, show_list
from torchgrade.graders.intake.notebook import NotebookText, read_notebook
from torchgrade.graders.intake.python_text import bidi_notice, decode_source, empty_fault, is_empty, parse_fault
from torchgrade.graders.intake.upload import MIB, RawFile, Upload, byte_limit, twin_fault
from torchgrade.graders.submission import Fault, SourceFile, Submission

NESTED_ARCHIVES = frozenset({".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar"})


def build_submission(upload: Upload, *, student: str, path: Path) -> Submission:
    """Return what a student handed in. Never raises: everything wrong with it becomes a fault that says what to do."""
    files: list[SourceFile] = []
    faults = list(upload.faults)
    notices = [*upload.notices, *_ignored_notices(upload.others)]
    twins = twin_fault([*(file.name for file in upload.files), *upload.others])
    if twins is not None:
        faults.append(twins)
    for raw in sorted(upload.files, key=lambda raw: raw.name):
        text = _read(raw)
        faults += text.faults
        notices += text.notices
        if text.file is not None:
            files.append(text.file)
    if not upload.files and not any(fault.file is None for fault in faults):
        faults.append(_nothing_fault(upload.others))
    return Submission(
        student=student,
        path=path,
        sha256=digest((*upload.files, *upload.refused)),
        files=tuple(files),
        faults=tuple(faults),
        notices=tuple(notices),
        submitted=upload.submitted,
    )


def digest(files: Iterable[RawFile]) -> str:
    """Return the SHA-256 over every file's name and bytes, in the order of names. Lengths keep the two apart."""
    total = hashlib.sha256()
    for raw in sorted(files, key=lambda raw: (raw.name, raw.data)):
        name = raw.name.encode("utf-8", "surrogatepass")
        total.update(b"%d:%b%d:" % (len(name), name, len(raw.data)))
        total.update(raw.data)
    return total.hexdigest()


def _read(raw: RawFile) -> NotebookText:
    name = unicodedata.normalize("NFC", raw.name)
    fault = _name_fault(name) or _size_fault(raw)
    if fault is not None:
        return NotebookText(file=None, faults=(fault,))
    if PurePosixPath(name).suffix.lower() == ".ipynb":
        return read_notebook(name, raw.data)
    source = decode_source(name, raw.data)
    if isinstance(source, Fault):
        return NotebookText(file=None, faults=(source,))
    # An empty __init__.py is how a package is made.
    if is_empty(source) and PurePosixPath(name).name != "__init__.py":
        return NotebookText(file=None, faults=(empty_fault(name),))
    shown = show(name)
    fault = parse_fault(shown, source, file=shown)
    if fault is not None:
        return NotebookText(file=None, faults=(fault,))
    notice = bidi_notice(shown, source)
    return NotebookText(file=SourceFile(name=name, source=source), notices=() if notice is None else (notice,))


def _name_fault(name: str) -> Fault | None:
    shown = show(name)
    if is_odd(name):
        return mistake(
            f"'{shown}': file names may have letters, digits, spaces and _ . - ( ), and start with a letter or digit. "
            "Rename the file.",
            f"'{shown}': 파일 이름에는 글자, 숫자, 공백과 _ . - ( )만 쓸 수 있고 글자나 숫자로 시작해야 합니다. "
            "파일 이름을 바꾸세요.",
            file=shown,
        )
    if is_reserved(name):
        return mistake(
            f"'{shown}' is a reserved name: Python, pytest or the grader uses it for something else. Rename it.",
            f"'{shown}'은(는) 예약된 이름입니다. 파이썬, pytest 또는 채점기가 다른 뜻으로 씁니다. 이름을 바꾸세요.",
            file=shown,
        )
    return None


def _size_fault(raw: RawFile) -> Fault | None:
    limit = byte_limit(raw.name)
    if len(raw.data) <= limit:
        return None
    shown = show(raw.name)
    size = f"{limit // MIB} MiB" if limit >= MIB else f"{limit // 1024} KiB"
    return mistake(
        f"{shown}: the file is larger than {size}. Remove outputs or data from it.",
        f"{shown}: 파일이 {size}보다 큽니다. 파일에서 출력이나 데이터를 지우세요.",
        file=shown,
    )


def _ignored_notices(others: tuple[str, ...]) -> list[str]:
    archives = [name for name in others if PurePosixPath(name).suffix.lower() in NESTED_ARCHIVES]
    plain = [name for name in others if name not in archives]
    notices: list[str] = []
    if archives:
        notices.append(f"ignored {len(archives)} archive(s) inside the submission: {show_list(archives)}")
    if plain:
        notices.append(f"ignored {len(plain)} file(s) that are neither .py nor .ipynb: {show_list(plain)}")
    return notices


def _nothing_fault(others: tuple[str, ...]) -> Fault:
    found = f" (found: {show_list(others)})" if others else ""
    found_ko = f" (있는 파일: {show_list(others)})" if others else ""
    return mistake(
        f"There is no .py or .ipynb file in the submission{found}. Hand in your Python file or notebook.",
        f"제출물에 .py나 .ipynb 파일이 없습니다{found_ko}. 파이썬 파일이나 노트북을 제출하세요.",
    )
