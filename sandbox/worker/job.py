"""A job, which is one problem of one submission, and its questions, as the host sends them to the supervisor."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from torchgrade.sandbox.wire import pack_blobs, unpack_blobs


@dataclass(frozen=True, slots=True, kw_only=True)
class JobFile:
    """One source file of the submission. ``cells`` holds (number, source) of a notebook's code cells."""

    name: str
    source: str
    cells: tuple[tuple[int, str], ...] | None = None


def module_name(file_name: str) -> str:
    """Return the dotted name that a file of the submission is imported by; the graders read imports by it too."""
    parts = list(PurePosixPath(file_name).with_suffix("").parts)
    if parts[-1] == "__init__" and len(parts) > 1:
        parts.pop()
    return ".".join(part.replace("-", "_").replace(" ", "_") for part in parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What a problem asks of every submission: sent once to a supervisor, which keeps it for the jobs to come.

    ``checks`` gives the probes and their numbers of cases in order; ``cases`` the encoded cases, checks end to end.
    ``simulated`` are the positions of those checks that are asked on the simulated GPU. ``on_cpu`` are the cases that
    are asked on the CPU whatever ``device`` says.
    """

    checks_source: str
    checks: tuple[tuple[str, int], ...]
    cases: tuple[bytes, ...]
    simulated: tuple[int, ...] = ()
    device: str = "cpu"
    on_cpu: tuple[int, ...] = ()

    def to_bytes(self) -> bytes:
        """Return what ``questions_from_bytes`` reads."""
        header: dict[str, Any] = {
            "checks_source": self.checks_source,
            "checks": self.checks,
            "simulated": self.simulated,
            "device": self.device,
            "on_cpu": self.on_cpu,
        }
        return pack_blobs(json.dumps(header).encode(), list(self.cases))


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a child needs beside the questions. ``start`` is the first case to ask; another child answered the others.

    ``uid`` is set where the supervisor is root (shared containers); ``data_mib`` where no cgroup limits memory.
    ``fresh`` asks for a new interpreter instead of a fork (CUDA), and ``gpu_mib`` limits torch's memory on a GPU.
    ``list_modules`` is for the trusted reference only.
    """

    nonce: bytes
    files: tuple[JobFile, ...]
    entry_points: dict[str, str]
    start: int = 0
    gpu_mib: int | None = None
    uid: int | None = None
    data_mib: int | None = None
    fresh: bool = False
    list_modules: bool = False

    def to_bytes(self, questions: int) -> bytes:
        """Return the payload of a Control.JOB frame. ``questions`` is the number that its questions were sent with."""
        errand = {"nonce": self.nonce.hex(), "uid": self.uid, "fresh": self.fresh, "questions": questions}
        header: dict[str, Any] = {
            "files": [[file.name, file.source, file.cells] for file in self.files],
            "entry_points": self.entry_points,
            "start": self.start,
            "gpu_mib": self.gpu_mib,
            "data_mib": self.data_mib,
            "list_modules": self.list_modules,
        }
        return pack_blobs(json.dumps(errand).encode(), [json.dumps(header).encode()])


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What the supervisor needs to know of a job. It never looks at the rest: see ``supervisor``."""

    nonce: bytes
    uid: int | None
    fresh: bool
    questions: int


def errand_from_bytes(payload: bytes | memoryview) -> Errand:
    """Return the errand that ``Job.to_bytes`` wrote first, without touching what comes after it."""
    (first,) = unpack_blobs(payload, most=1)
    fields = json.loads(first)
    return Errand(**{**fields, "nonce": bytes.fromhex(fields["nonce"])})


def job_from_bytes(payload: bytes | memoryview) -> Job:
    """Return the job that ``Job.to_bytes`` wrote. The host is trusted: nothing is validated here."""
    first, second = unpack_blobs(payload)
    header = {**json.loads(first), **json.loads(second)}
    del header["questions"]
    header["nonce"] = bytes.fromhex(header["nonce"])
    header["files"] = tuple(
        JobFile(name=name, source=source, cells=None if cells is None else tuple((n, text) for n, text in cells))
        for name, source, cells in header["files"]
    )
    return Job(**header)


def questions_from_bytes(payload: bytes | memoryview) -> Questions:
    """Return what ``Questions.to_bytes`` wrote. The host is trusted: nothing is validated here."""
    first, *cases = unpack_blobs(payload)
    header = json.loads(first)
    return Questions(
        checks_source=header["checks_source"],
        checks=tuple((name, count) for name, count in header["checks"]),
        cases=tuple(cases),
        simulated=tuple(header["simulated"]),
        device=header["device"],
        on_cpu=tuple(header["on_cpu"]),
    )
