"""A job: one problem of one submission, as the host sends it to the supervisor."""

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
class Job:
    """Everything a child needs. ``start`` is the first case to ask; earlier ones were answered by another child.

    ``checks`` gives the probes and their numbers of cases in order; ``cases`` the encoded cases, checks end to end.
    ``simulated`` are the positions of those checks that are asked on the simulated GPU.
    ``uid`` is set where the supervisor is root (shared containers); ``data_mib`` where no cgroup limits memory.
    ``fresh`` asks for a new interpreter instead of a fork (CUDA). ``on_cpu`` are the cases that are asked on the CPU
    whatever ``device`` says, and ``gpu_mib`` limits torch's memory on a GPU. ``list_modules`` is for the trusted
    reference only.
    """

    nonce: bytes
    files: tuple[JobFile, ...]
    entry_points: dict[str, str]
    checks_source: str
    checks: tuple[tuple[str, int], ...]
    cases: tuple[bytes, ...]
    simulated: tuple[int, ...] = ()
    start: int = 0
    device: str = "cpu"
    on_cpu: tuple[int, ...] = ()
    gpu_mib: int | None = None
    uid: int | None = None
    data_mib: int | None = None
    fresh: bool = False
    list_modules: bool = False

    def to_bytes(self) -> bytes:
        """Return the payload of a Control.JOB frame."""
        errand = {"nonce": self.nonce.hex(), "uid": self.uid, "fresh": self.fresh}
        header: dict[str, Any] = {
            "files": [[file.name, file.source, file.cells] for file in self.files],
            "entry_points": self.entry_points,
            "checks_source": self.checks_source,
            "checks": self.checks,
            "simulated": self.simulated,
            "start": self.start,
            "device": self.device,
            "on_cpu": self.on_cpu,
            "gpu_mib": self.gpu_mib,
            "data_mib": self.data_mib,
            "list_modules": self.list_modules,
        }
        return pack_blobs(json.dumps(errand).encode(), [json.dumps(header).encode(), *self.cases])


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What the supervisor needs to know of a job. It never looks at the rest: see ``supervisor``."""

    nonce: bytes
    uid: int | None
    fresh: bool


def errand_from_bytes(payload: bytes | memoryview) -> Errand:
    """Return the errand that ``Job.to_bytes`` wrote first, without touching what comes after it."""
    (first,) = unpack_blobs(payload, most=1)
    fields = json.loads(first)
    return Errand(nonce=bytes.fromhex(fields["nonce"]), uid=fields["uid"], fresh=fields["fresh"])


def job_from_bytes(payload: bytes | memoryview) -> Job:
    """Return the job that ``Job.to_bytes`` wrote. The host is trusted: nothing is validated here."""
    first, second, *cases = unpack_blobs(payload)
    header = {**json.loads(first), **json.loads(second)}
    header["nonce"] = bytes.fromhex(header["nonce"])
    header["files"] = tuple(
        JobFile(name=name, source=source, cells=None if cells is None else tuple((n, text) for n, text in cells))
        for name, source, cells in header["files"]
    )
    header["on_cpu"] = tuple(header["on_cpu"])
    header["checks"] = tuple((name, count) for name, count in header["checks"])
    header["simulated"] = tuple(header["simulated"])
    return Job(cases=tuple(cases), **header)
