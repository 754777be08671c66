"""Turns paths into submissions: the only part of intake, with ``disk``, that touches the world."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from torchgrade.graders.intake.archives import read_archive
from torchgrade.graders.intake.assemble import build_submission
from torchgrade.graders.intake.disk import list_names, read_file, read_folder, special_fault
from torchgrade.graders.intake.errors import IntakeError, mistake
from torchgrade.graders.intake.gradescope import parse_submitters
from torchgrade.graders.intake.layouts import (
    ARCHIVE_SUFFIXES,
    GRADESCOPE_METADATA,
    LAYOUTS,
    Group,
    Grouping,
    detect_layout,
    entry_id,
    group,
)
from torchgrade.graders.intake.names import is_odd, is_reserved, is_source, show, show_list
from torchgrade.graders.intake.roster import ROSTER_NAME, parse_roster
from torchgrade.graders.intake.upload import (
    MAX_ARCHIVE_BYTES,
    MIB,
    RawFile,
    Upload,
    byte_limit,
    merge,
    strip_common_folder,
)
from torchgrade.graders.submission import Intake, Student, Submission

MAX_TEACHER_FILE_BYTES = 16 * MIB


def read_submissions(folder: Path, *, layout: str = "auto") -> Intake:
    """Return every student's submission under ``folder``, sorted by student id, and who is missing.

    What is wrong with an upload is kept in it as faults. Raises IntakeError for what the teacher must put right: a
    missing or empty folder, an unknown layout, a mistake in roster.csv, a file that can't be read.
    """
    if layout not in LAYOUTS:
        raise IntakeError(f"unknown layout '{show(layout)}'; it is one of {', '.join(LAYOUTS)}")
    _check_folder(folder)
    names = [name for name in list_names(folder, depth=1) if name != ROSTER_NAME]
    if layout == "nbgrader" or names == ["submitted/"]:
        names = [name for name in list_names(folder, depth=3) if name != ROSTER_NAME]
    chosen = detect_layout(names) if layout == "auto" else layout
    grouping, notices = _group(folder, names, chosen)
    if not grouping.groups:
        raise IntakeError(
            f"{_shown(folder)}: no submissions in this folder ({chosen} layout); "
            "put one folder, .py, .ipynb, .zip or .tar.gz per student into it, or choose another --layout"
        )
    if grouping.leftovers:
        notices.append(f"ignored {len(grouping.leftovers)} file(s) that are nobody's: {show_list(grouping.leftovers)}")
    roster = _read_roster(folder)
    submissions = _told_apart([_read_group(folder, each, layout=chosen) for each in grouping.groups])
    return _compare_with_roster(submissions, roster, notices)


def read_one(path: Path, *, student: str | None = None) -> Submission:
    """Return one folder, .py, .ipynb or archive as a submission; the student is the path's name unless given.

    Raises IntakeError if the path does not exist, can't be read, or is a file of another kind.
    """
    return _read_loose((path,), student=student)


def read_paths(paths: Sequence[Path]) -> Submission:
    """Return several paths as one submission, named after the first. Raises as ``read_one`` does, and for no path."""
    if not paths:
        raise IntakeError("no files given; name at least one folder, .py, .ipynb or archive")
    return _read_loose(paths, student=None)


def _read_loose(paths: Sequence[Path], *, student: str | None) -> Submission:
    # Whoever runs `check` chose these paths, so a link given by name is followed; one inside is not.
    resolved = [path.resolve() for path in paths]
    for path, real in zip(paths, resolved, strict=True):
        if not real.exists():
            raise IntakeError(f"{_shown(path)}: no such file or folder; check the path")
        if real.is_file() and not _is_entry(real.name):
            raise IntakeError(f"{_shown(path)}: not a .py, .ipynb, .zip, .tar or .tar.gz file, and not a folder")
    upload = merge([_read_item(real, name=real.name) for real in resolved])
    if student is None:
        student = resolved[0].name if resolved[0].is_dir() else entry_id(resolved[0].name)
    return build_submission(upload, student=show(student), path=paths[0])


def _check_folder(folder: Path) -> None:
    if not folder.exists():
        raise IntakeError(f"{_shown(folder)}: no such folder; give the folder with one entry per student")
    if not folder.is_dir():
        raise IntakeError(f"{_shown(folder)}: not a folder; unpack it first, or give the folder that holds it")


def _group(folder: Path, names: list[str], layout: str) -> tuple[Grouping, list[str]]:
    """Return the students of a folder, and notices about how they were found."""
    if layout != "gradescope":
        return group(names, layout), []
    metadata = read_file(folder / GRADESCOPE_METADATA, limit=MAX_TEACHER_FILE_BYTES) if _has_metadata(folder) else None
    submitters = None if metadata is None else parse_submitters(metadata.data)
    if submitters is None:
        notice = f"{GRADESCOPE_METADATA} is missing or can't be read; students are named by submission number"
        return group(names, layout), [notice]
    return group(names, layout, submitters=submitters), []


def _has_metadata(folder: Path) -> bool:
    return (folder / GRADESCOPE_METADATA).is_file()


def _read_roster(folder: Path) -> tuple[Student, ...]:
    path = folder / ROSTER_NAME
    if not path.exists():
        return ()
    found = read_file(path, limit=MAX_TEACHER_FILE_BYTES + 1)
    if found is None or len(found.data) > MAX_TEACHER_FILE_BYTES:
        raise IntakeError(f"{_shown(path)}: not a regular file of at most {MAX_TEACHER_FILE_BYTES // MIB} MiB")
    return parse_roster(found.data, where=_shown(path))


def _compare_with_roster(submissions: list[Submission], roster: tuple[Student, ...], notices: list[str]) -> Intake:
    if not roster:
        return Intake(submissions=tuple(submissions), notices=tuple(notices))
    listed = {student.student for student in roster}
    present = {submission.student for submission in submissions}
    strangers = [submission.student for submission in submissions if submission.student not in listed]
    if strangers:
        notices.append(f"{len(strangers)} student(s) not in {ROSTER_NAME}, graded all the same: {show_list(strangers)}")
    return Intake(
        submissions=tuple(
            submission
            if submission.student in listed
            else replace(submission, notices=(f"not in {ROSTER_NAME}", *submission.notices))
            for submission in submissions
        ),
        roster=roster,
        missing=tuple(student for student in roster if student.student not in present),
        notices=tuple(notices),
    )


def _read_group(folder: Path, group: Group, *, layout: str) -> Submission:
    paths = [folder / item.path for item in group.items]
    upload = merge(
        [_read_item(path, name=_entry_name(item.name, layout)) for path, item in zip(paths, group.items, strict=True)]
    )
    upload = replace(upload, notices=(*group.notices, *upload.notices))
    if layout == "plain" and len(group.items) > 1:
        upload = _refuse_doubles(upload, group)
    if is_odd(group.student):
        upload = replace(upload, faults=(*upload.faults, _ODD_STUDENT))
    # Whole: two that are alike in what a message shows would be one student in every report.
    return build_submission(upload, student=show(group.student, limit=len(group.student)), path=paths[0])


def _told_apart(submissions: list[Submission]) -> list[Submission]:
    """Return them with a digest in each name that two have: odd names can look alike once they are fit to be shown."""
    times = Counter(submission.student for submission in submissions)
    return [
        submission if times[submission.student] == 1 else replace(submission, student=_with_digest(submission))
        for submission in submissions
    ]


def _with_digest(submission: Submission) -> str:
    digest = hashlib.sha256(os.fsencode(submission.path.name)).hexdigest()[:8]
    return f"{submission.student}--{digest}"


def _entry_name(name: str, layout: str) -> str:
    """Return a loose file's name inside the submission.

    In our own layout the name is the student's id; somebody called ``abc`` did not mean to replace a module.
    """
    if layout == "plain" and name.endswith(".py") and is_reserved(name):
        return "submission.py"
    return name


def _refuse_doubles(upload: Upload, group: Group) -> Upload:
    names = show_list(item.path for item in group.items)
    student = show(group.student)
    fault = mistake(
        f"Several entries belong to '{student}': {names}. Keep the one to be graded.",
        f"'{student}'의 제출물이 여러 개입니다: {names}. 채점할 하나만 남기세요.",
    )
    # Their files stay out: two of the same name would look like an attack.
    refused = (*upload.refused, *upload.files)
    return replace(upload, files=(), others=(), refused=refused, faults=(fault, *upload.faults))


def _read_item(path: Path, *, name: str) -> Upload:
    """Return what one folder or file holds. ``name`` is the file's name in the submission."""
    try:
        mode = os.lstat(path).st_mode
    except OSError as error:
        raise IntakeError(f"{_shown(path)}: can't be read ({error.strerror}); try again") from error
    if stat.S_ISDIR(mode):
        return strip_common_folder(read_folder(path))
    name = name or path.name
    if not stat.S_ISREG(mode):
        return Upload(faults=(special_fault(name),))
    if not _is_entry(name):
        return Upload(others=(name,))
    is_archive = name.lower().endswith(ARCHIVE_SUFFIXES)
    found = read_file(path, limit=(MAX_ARCHIVE_BYTES if is_archive else byte_limit(name)) + 1)
    if found is None:
        return Upload(faults=(special_fault(name),))
    upload = read_archive(name, found.data) if is_archive else Upload(files=(RawFile(name=name, data=found.data),))
    return replace(upload, submitted=found.modified)


def _is_entry(name: str) -> bool:
    return is_source(name) or name.lower().endswith(ARCHIVE_SUFFIXES)


def _shown(path: Path) -> str:
    return show(str(path), limit=1000)


_ODD_STUDENT = mistake(
    "The name of this entry has characters that a student id can't have. Use letters, digits, spaces and _ . - ( ).",
    "이 항목의 이름에 학생 아이디로 쓸 수 없는 문자가 있습니다. 글자, 숫자, 공백과 _ . - ( )만 쓰세요.",
)
