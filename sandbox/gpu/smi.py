"""Ask the driver about its GPUs, through ``nvidia-smi``; whatever it says that we don't know is refused.

The trusted side has no CUDA of its own: initialising it here would take GPU memory, and hang where the GPU hangs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from torchgrade.sandbox.gpu.command import CommandHung, run_command
from torchgrade.sandbox.protocol import SandboxFailed

PROGRAM = "nvidia-smi"
ANSWER_SECONDS = 30.0  # a driver without persistence mode wakes the GPU first, which takes seconds

_UUID = re.compile(r"GPU-[0-9a-fA-F-]{8,64}\Z")
_NOT_THERE = ("[N/A]", "N/A", "[Not Supported]")
# What stands in a field when the GPU does not work any more.
_BROKEN = re.compile(r"ERR!|\[Unknown Error\]|\[GPU requires reset\]|\[GPU is lost\]")
_GPU_FIELDS = ("index", "uuid", "name", "memory.total", "driver_version", "mig.mode.current")
_READING_FIELDS = ("uuid", "memory.used", "ecc.errors.uncorrected.volatile.total")


class NoGpu(SandboxFailed):
    """There is no GPU to use; the message says why and what to do."""


class GpuSick(SandboxFailed):
    """The driver says that a GPU does not work, or does not answer for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gpu:
    """What does not change about a GPU. ``uuid`` is its name everywhere: indices differ from tool to tool."""

    index: int
    uuid: str
    name: str
    memory_mib: int
    driver: str
    mig: bool = False

    def __str__(self) -> str:
        return f"GPU {self.index} ({self.name}, {self.uuid})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a GPU does at one moment. ``errors`` counts uncorrected memory errors, None where it has no ECC."""

    used_mib: int
    processes: frozenset[int]
    errors: int | None


class Smi(Protocol):
    """Who knows the GPUs of this machine."""

    def gpus(self) -> tuple[Gpu, ...]:
        """Return all GPUs. Raises NoGpu where there is none."""
        ...

    def read(self, gpu: Gpu) -> Reading:
        """Return what one GPU does now. Raises GpuSick."""
        ...


class NvidiaSmi:
    """The driver's own tool."""

    def gpus(self) -> tuple[Gpu, ...]:
        """Return all GPUs, in the order of their indices; see Smi."""
        try:
            found = parse_gpus(_ask(f"--query-gpu={','.join(_GPU_FIELDS)}"))
        except GpuSick as error:
            raise NoGpu(f"{error}; look at: {PROGRAM}. Or grade with --device cpu") from error
        if not found:
            raise NoGpu(f"{PROGRAM} lists no GPU on this machine; see that the driver is loaded, or use --device cpu")
        return found

    def read(self, gpu: Gpu) -> Reading:
        """Ask about one GPU; see Smi."""
        one = f"--id={gpu.uuid}"
        facts = _ask(one, f"--query-gpu={','.join(_READING_FIELDS)}")
        return parse_reading(gpu, facts, _ask(one, "--query-compute-apps=gpu_uuid,pid"))


def usable(gpus: tuple[Gpu, ...]) -> tuple[Gpu, ...]:
    """Return the GPUs that can be lent whole. Raises NoGpu where all are cut into MIG instances."""
    whole = tuple(gpu for gpu in gpus if not gpu.mig)
    if not whole:
        raise NoGpu(
            f"{gpus[0]} is divided by MIG, and so is every other GPU here; torchgrade lends whole GPUs: "
            f"{PROGRAM} -i {gpus[0].index} -mig 0 (as root), or use --device cpu"
        )
    return whole


def parse_gpus(text: str) -> tuple[Gpu, ...]:
    """Return the GPUs of a CSV answer. Pure. Raises GpuSick for anything else than that."""
    found = []
    for line in text.splitlines():
        if not line.strip():
            continue
        index, uuid, name, memory, driver, mig = _fields(line, _GPU_FIELDS)
        if _UUID.match(uuid) is None:
            raise GpuSick(f"{PROGRAM} calls a GPU {uuid[:80]!r}, which is no name of one")
        found.append(
            Gpu(
                index=_number(index, "index"),
                uuid=uuid,
                name=name,
                memory_mib=_number(memory, "memory.total"),
                driver=driver,
                mig=mig == "Enabled",
            )
        )
    if len({gpu.uuid for gpu in found}) != len(found):
        raise GpuSick(f"{PROGRAM} names one GPU twice")
    return tuple(sorted(found, key=lambda gpu: gpu.index))


def parse_reading(gpu: Gpu, facts: str, processes: str) -> Reading:
    """Return the reading in two CSV answers about one GPU. Pure. Raises GpuSick for anything else."""
    lines = [line for line in facts.splitlines() if line.strip()]
    if len(lines) != 1:
        raise GpuSick(f"{PROGRAM} gave {len(lines)} lines about {gpu} where one was expected")
    uuid, used, errors = _fields(lines[0], _READING_FIELDS)
    if uuid != gpu.uuid:
        raise GpuSick(f"{PROGRAM} was asked about {gpu} and answered about {uuid[:80]}")
    pids = set()
    for line in processes.splitlines():
        if not line.strip():
            continue
        where, pid = _fields(line, ("gpu_uuid", "pid"))
        if where == gpu.uuid:
            pids.add(_number(pid, "pid"))
    return Reading(
        used_mib=_number(used, "memory.used"),
        processes=frozenset(pids),
        errors=None if errors in _NOT_THERE else _number(errors, _READING_FIELDS[2]),
    )


def _fields(line: str, names: tuple[str, ...]) -> list[str]:
    broken = _BROKEN.search(line)
    if broken is not None:
        raise GpuSick(f"{PROGRAM} shows {broken[0]} for a GPU: {line.strip()[:200]}")
    fields = [field.strip() for field in line.split(",")]
    if len(fields) != len(names):
        raise GpuSick(f"{PROGRAM} gave {line.strip()[:200]!r} where {', '.join(names)} were asked for")
    return fields


def _number(text: str, field: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 12:
        raise GpuSick(f"{PROGRAM} gave {text[:80]!r} as {field}, which must be a number")
    return int(text)


def _ask(*arguments: str) -> str:
    try:
        done = run_command([PROGRAM, *arguments, "--format=csv,noheader,nounits"], seconds=ANSWER_SECONDS)
    except FileNotFoundError:
        raise NoGpu(
            f"{PROGRAM} is not installed on this machine, so it has no GPU that can be used: "
            "install the NVIDIA driver, or use --device cpu"
        ) from None
    except OSError as error:
        raise NoGpu(f"{PROGRAM} can't be run ({error}); see that it may be, or use --device cpu") from error
    except CommandHung:
        raise GpuSick(f"{PROGRAM} gave no answer within {ANSWER_SECONDS:g} s: the driver or a GPU hangs") from None
    if done.code != 0:
        raise GpuSick(f"{PROGRAM} failed with code {done.code}: {done.last_line}")
    return done.stdout
