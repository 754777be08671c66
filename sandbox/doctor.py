"""Say whether this machine can grade: one line per fact, each with the command or the change that mends it.

The rule: ``fail`` means that the runner can't do its work, or can't be the wall that it claims to be, and ``grade``
refuses to start. That is no engine, no seccomp, no limit of memory, no image with this worker, no GPU where one
was asked for. ``warn`` means that something is lost, the value says what, and ``grade`` goes on.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import time
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from torchgrade.sandbox.docker.engine import Engine, EngineUnavailable
from torchgrade.sandbox.fact import Fact
from torchgrade.sandbox.image.build import ImageBuildError
from torchgrade.sandbox.image.command import find_image, image_tag
from torchgrade.sandbox.protocol import SandboxFailed

LEAST_DISK_GIB = 2.0
LEAST_SHM_MIB = 64.0
MOST_SKEW_SECONDS = 5.0
OLDEST_ENGINE = (20, 10)


def facts(runner: str, device: str = "cpu") -> tuple[Fact, ...]:
    """Return what ``runner`` ("process" or "docker") depends on, in the order in which to mend it."""
    here: tuple[Fact, ...] = (_python(), _torch(), _disk(), _shared_memory())
    if device == "cuda":
        from torchgrade.sandbox.gpu.facts import gpu_facts

        here = (*here, *gpu_facts())
    if runner != "docker":
        return here
    engine = Engine()
    try:
        with engine.client() as client:
            before = time.time()
            info: dict[str, Any] = client.info()
            skew = _skew(info, before, time.time())
    except EngineUnavailable as error:
        remedy = "start Docker; on a bare Debian machine: .ci/engine. For code that you trust: --runner process"
        return (*here, Fact(name="docker engine", status="fail", value=str(error), remedy=remedy))
    except SandboxFailed as error:
        remedy = "see the engine's own log"
        return (*here, Fact(name="docker engine", status="fail", value=str(error), remedy=remedy))
    finally:
        engine.close()
    return (*here, *engine_facts(info, device), _counters_readable(info), skew, _image(device))


def refuses(found: tuple[Fact, ...]) -> bool:
    """Return whether ``grade`` must not start."""
    return any(fact.status == "fail" for fact in found)


def engine_facts(info: dict[str, Any], device: str) -> tuple[Fact, ...]:
    """Return what the engine says of itself. Pure: ``info`` is the answer to ``docker info``."""
    engine = str(info.get("ServerVersion", "unknown"))
    numbers = tuple(int(part) for part in engine.split("+")[0].split(".")[:2] if part.isdigit())
    options = [str(option) for option in info.get("SecurityOptions") or []]
    driver = str(info.get("Driver", "unknown"))
    found = [
        _fact(
            "docker engine", engine, numbers >= OLDEST_ENGINE, lost="tried with 20.10 and newer only", remedy="update"
        ),
        _fact(
            "storage driver",
            driver,
            driver != "vfs",
            lost="copies whole images: slow",
            remedy="use overlay2: docs.docker.com",
        ),
        _fact("cgroup version", str(info.get("CgroupVersion", "unknown")), True),
        _fact(
            "seccomp",
            "available",
            any("name=seccomp" in option for option in options),
            lost="missing: every system call of the host's kernel would be open",
            remedy="use an engine and a kernel with seccomp",
            fatal=True,
        ),
        _fact(
            "memory limit",
            "supported",
            bool(info.get("MemoryLimit")),
            lost="missing: one submission could use up the machine",
            remedy="enable the memory controller (kernel argument cgroup_enable=memory)",
            fatal=True,
        ),
        _fact(
            "swap limit",
            "supported",
            bool(info.get("SwapLimit")),
            lost="missing: memory beyond the limit goes to swap first, which is slow and ends as a timeout",
            remedy="turn swap off, or boot with swapaccount=1",
        ),
        _fact(
            "process limit",
            "supported",
            bool(info.get("PidsLimit")),
            lost="missing: a fork bomb is stopped by memory and time only",
            remedy="enable the pids controller",
        ),
        _fact(
            "processor limits",
            "supported",
            bool(info.get("CpuCfsQuota") or info.get("CPUCfsQuota")) and bool(info.get("CPUSet")),
            lost="missing: submissions that run at the same time slow each other down",
            remedy="enable the cpu and cpuset controllers",
        ),
    ]
    if device == "cuda":
        found.append(
            _fact(
                "nvidia runtime",
                "present",
                "nvidia" in (info.get("Runtimes") or {}),
                lost="missing: no container gets a GPU",
                remedy="install the NVIDIA container toolkit and restart Docker",
                fatal=True,
            )
        )
    return tuple(found)


def _fact(name: str, value: str, good: bool, *, lost: str = "", remedy: str = "", fatal: bool = False) -> Fact:
    if good:
        return Fact(name=name, status="ok", value=value)
    shown = lost if lost.startswith("missing") else f"{value}: {lost}"
    return Fact(name=name, status="fail" if fatal else "warn", value=shown, remedy=remedy)


def _python() -> Fact:
    text = platform.python_version()
    return _fact(
        "python", text, sys.version_info >= (3, 11), lost="3.11 or newer is needed", remedy="update", fatal=True
    )


def _torch() -> Fact:
    try:
        return Fact(name="torch", status="ok", value=version("torch"))
    except PackageNotFoundError:
        return Fact(name="torch", status="fail", value="not installed", remedy="pip install torch")


def _disk() -> Fact:
    free = shutil.disk_usage(Path.cwd()).free / 2**30
    lost = "little room for results and reports"
    return _fact("free disk here", f"{free:.1f} GiB", free >= LEAST_DISK_GIB, lost=lost, remedy="make room")


def _shared_memory() -> Fact:
    folder = Path("/dev/shm")
    if not folder.is_dir():
        return Fact(name="/dev/shm", status="ok", value="not used on this system")
    free = shutil.disk_usage(folder).free / 2**20
    lost = "data loaders with worker processes may fail in the process runner"
    remedy = "mount -o remount,size=256m /dev/shm"
    return _fact("/dev/shm", f"{free:.0f} MiB free", free >= LEAST_SHM_MIB, lost=lost, remedy=remedy)


def _counters_readable(info: dict[str, Any]) -> Fact:
    # A container's counters are files of this machine, if the engine's containers are processes of this machine.
    here = os.uname().release if hasattr(os, "uname") else "none"
    return _fact(
        "counters",
        "readable",
        str(info.get("KernelVersion")) == here and Path("/sys/fs/cgroup").is_dir(),
        lost="missing: the engine is on another machine, so running out of memory or processes is told as having died",
        remedy="run torchgrade where the engine runs",
    )


def _skew(info: dict[str, Any], before: float, after: float) -> Fact:
    text = str(info.get("SystemTime", ""))
    try:
        # The engine gives nanoseconds, which Python does not take.
        engine = datetime.fromisoformat(text[:19] + "+00:00").timestamp() if text.endswith("Z") else _zoned(text)
    except ValueError:
        return Fact(
            name="clock", status="warn", value=f"the engine's time can't be read: {text!r}", remedy="none needed"
        )
    skew = max(before - engine - 1, engine - after, 0.0)
    lost = "limits are kept all the same, but times in reports and logs don't match"
    return _fact(
        "clock", f"{skew:.1f} s from the engine's", skew <= MOST_SKEW_SECONDS, lost=lost, remedy="synchronise both"
    )


def _zoned(text: str) -> float:
    moment, sign, zone = text[:19], text[-6], text[-5:]
    return datetime.fromisoformat(f"{moment}{sign}{zone}").timestamp()


def _image(device: str) -> Fact:
    option = "" if device == "cpu" else f" --device {device}"
    remedy = f"torchgrade image build{option}"
    try:
        image = find_image(device)
    except ImageBuildError as error:
        return Fact(name="image", status="fail", value=str(error), remedy=remedy)
    if image is None:
        return Fact(name="image", status="fail", value=f"{image_tag(device)} is not there", remedy=remedy)
    return Fact(name="image", status="ok", value=f"{image_tag(device)}, torch {image.torch}")
