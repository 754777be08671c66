"""What ``doctor --device cuda`` says: the GPUs, who has them, and which were quarantined. It starts nothing on them."""

from __future__ import annotations

import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from torchgrade.sandbox.fact import Fact
from torchgrade.sandbox.gpu.held import MOST_IDLE_MIB
from torchgrade.sandbox.gpu.lock import VARIABLE, HostLock, Note, lock_folder
from torchgrade.sandbox.gpu.pool import remedy
from torchgrade.sandbox.gpu.smi import Gpu, GpuSick, NoGpu, NvidiaSmi, Reading, Smi


def gpu_facts(smi: Smi | None = None, folder: Path | None = None) -> tuple[Fact, ...]:
    """Return what a run on GPUs depends on."""
    smi = smi or NvidiaSmi()
    folder = folder or lock_folder(dict(os.environ))
    here = (_torch_cuda(_torch_version()), _folder(folder))
    try:
        gpus = smi.gpus()
    except NoGpu as error:
        return (*here, Fact(name="GPUs", status="fail", value=str(error), remedy="see docs/gpu.md"))
    found = [_gpu(gpu, smi, HostLock(folder, gpu.uuid)) for gpu in gpus]
    usable = sum(one is not None for one, _ in found)
    # A broken GPU beside one that works is told on its own line, and keeps nobody from grading.
    count = Fact(
        name="GPUs",
        status="ok" if usable else "fail",
        value=f"{usable} of {len(found)} can be lent",
        remedy="see the lines below",
    )
    return (*here, count, *(fact for _, fact in found))


def describe(gpu: Gpu, reading: Reading, note: Note, *, held: bool) -> Fact:
    """Return the fact of one GPU that answers. Pure."""
    name = f"GPU {gpu.index}"
    what = f"{gpu.name}, {gpu.memory_mib} MiB, driver {gpu.driver}, {gpu.uuid}"
    if gpu.mig:
        return Fact(
            name=name,
            status="warn",
            value=f"{what}: divided by MIG, so it is not used",
            remedy=f"nvidia-smi -i {gpu.index} -mig 0 (as root); torchgrade lends whole GPUs",
        )
    if held:
        since = f" since {note.since}" if note.since else ""
        return Fact(name=name, status="ok", value=f"{what}: held by {note.holder or 'another grader'}{since}")
    if note.quarantine:
        return Fact(
            name=name,
            status="warn",
            value=f"{what}: quarantined by the last run that had it: {note.quarantine}",
            remedy=f"{remedy(gpu)}.",
        )
    if reading.processes or reading.used_mib > MOST_IDLE_MIB:
        pids = ", ".join(map(str, sorted(reading.processes))) or "none that nvidia-smi can see"
        return Fact(
            name=name,
            status="warn",
            value=f"{what}: {reading.used_mib} MiB in use, processes: {pids}; a run would quarantine it",
            remedy="end those processes, or keep this GPU out of their way",
        )
    if reading.errors:
        return Fact(
            name=name,
            status="warn",
            value=f"{what}: {reading.errors} uncorrected memory errors since the driver was loaded",
            remedy=f"nvidia-smi -q -i {gpu.index} -d ECC; reset it, and have it replaced if they come back",
        )
    return Fact(name=name, status="ok", value=f"{what}: free, {reading.used_mib} MiB in use")


def _gpu(gpu: Gpu, smi: Smi, lock: HostLock) -> tuple[Gpu | None, Fact]:
    """Return the GPU if it can be lent, and its fact."""
    try:
        fact = describe(gpu, smi.read(gpu), lock.note(), held=lock.is_held())
    except GpuSick as error:
        value = f"{gpu.name}, {gpu.uuid}: {error}"
        return None, Fact(name=f"GPU {gpu.index}", status="warn", value=value, remedy=f"{remedy(gpu)}.")
    return None if gpu.mig else gpu, fact


def _torch_version() -> str:
    try:
        return version("torch")
    except PackageNotFoundError:
        return "not installed"


def _torch_cuda(torch: str) -> Fact:
    if torch.endswith("+cpu"):
        value = f"torch {torch} has none, and references are observed on the GPU by a process of this machine"
        return Fact(name="CUDA", status="fail", value=value, remedy="install torch's CUDA build here")
    return Fact(name="CUDA", status="ok", value=f"torch {torch} is no CPU build")


def _folder(folder: Path) -> Fact:
    parent = next(one for one in (folder, *folder.parents) if one.exists())
    good = parent.is_dir() and os.access(parent, os.W_OK | os.X_OK)
    if good:
        return Fact(name="GPU locks", status="ok", value=str(folder))
    return Fact(
        name="GPU locks",
        status="fail",
        value=f"{parent} is no folder that you may write to",
        remedy=f"install -d -m 1777 {folder}, or name another in {VARIABLE}, the same for all who grade here",
    )
