"""Say how a container is created, as the arguments of docker-py's ``containers.create``. Pure: what goes in decides.

Memory and processes are limits of the container, not of a problem: a warm container is started before anyone knows
which problem it will run. The runner is given the largest limits of the assignment, and a problem that allows less gets
what the largest one gets. Wall time, output and evidence are limited for each problem by the host.

Limits speak of what a solution may use. What Python, torch and the supervisor need comes on top: WORKER_MEMORY_MIB and
WORKER_PROCESSES. Files in /tmp, /box and /dev/shm are memory, and count.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from docker.types import DeviceRequest, LogConfig, Ulimit

from torchgrade.sandbox.environment import WORKER_ENVIRONMENT
from torchgrade.sandbox.gpu.task import CUDA_ENVIRONMENT, GPU_MEMORY_MIB
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.seccomp import profile_text

MIB = 1024 * 1024
WORKER_MEMORY_MIB = 256  # the supervisor with torch imported: 200 MiB
WORKER_PROCESSES = 2  # the supervisor, and the rm that it starts to clean up
GPU_PROCESSES = 256  # CUDA starts threads of its own

PYTHON = "/opt/venv/bin/python"
WORKER_FOLDER = "/opt/torchgrade/torchgrade/sandbox/worker"
MAIN = f"{WORKER_FOLDER}/__main__.py"


class Isolation(StrEnum):
    """What separates one submission from the next: a container, or a uid in a container that is shared by many."""

    CONTAINER = "container"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a container runs: one processor of the host, and one GPU by its id if there is one."""

    number: int
    cpu: int
    gpu: str | None = None


def container_arguments(
    image: str,
    name: str,
    *,
    limits: Limits,
    isolation: Isolation,
    uid: int,
    place: Place,
    labels: dict[str, str],
    loader_workers: bool = False,
    runtime: str | None = None,
) -> dict[str, Any]:
    """Return everything that one container is created with."""
    shared = isolation is Isolation.SHARED
    owner = 0 if shared else uid
    memory_mib, processes = limits.memory_mib + WORKER_MEMORY_MIB, limits.processes + WORKER_PROCESSES
    if place.gpu is not None:
        memory_mib, processes = max(memory_mib, GPU_MEMORY_MIB), max(processes, GPU_PROCESSES)
    arguments: dict[str, Any] = {
        "image": image,
        "name": name,
        "labels": labels,
        # Not -I, which the image has for whoever runs it by hand: it would ignore PYTHONHASHSEED, and then the order of
        # a set differs from one run to the next. The environment below is all there is.
        "entrypoint": [PYTHON, "-P", "-s", "-X", "utf8", MAIN],
        "user": f"{owner}:{owner}",
        "environment": _ENVIRONMENT,
        "working_dir": "/",
        # stdin is the protocol. It closes when we go away, and the supervisor leaves.
        "stdin_open": True,
        "tty": False,
        # Nothing of the host, and no way out.
        "network_mode": "none",
        "hostname": "sandbox",
        "dns": ["127.0.0.1"],  # else /etc/resolv.conf tells the host's
        "dns_search": ["."],
        "ipc_mode": "private",
        "read_only": True,
        "tmpfs": _writable_folders(owner, shared=shared),
        "shm_size": (256 if loader_workers or place.gpu is not None else 64) * MIB,
        # No rights. A shared container's supervisor must take another uid for each child, and end it.
        "cap_drop": ["ALL"],
        "cap_add": ["KILL", "SETGID", "SETUID"] if shared else [],
        "privileged": False,
        "security_opt": ["no-new-privileges:true", "seccomp=" + profile_text()],
        # What it may use.
        "mem_limit": memory_mib * MIB,
        "memswap_limit": memory_mib * MIB,
        "pids_limit": processes,
        "nano_cpus": 1_000_000_000,
        "cpuset_cpus": str(place.cpu),  # torch sees this, and not nano_cpus
        "oom_score_adj": 500,
        "oom_kill_disable": False,
        "ulimits": [
            Ulimit(name="core", soft=0, hard=0),
            Ulimit(name="nofile", soft=1024, hard=1024),
            Ulimit(name="fsize", soft=64 * MIB, hard=64 * MIB),
            Ulimit(name="memlock", soft=64 * 1024, hard=64 * 1024),
            Ulimit(name="msgqueue", soft=0, hard=0),
        ],
        # What is printed goes to us and nowhere else; an ended container stays ended.
        "log_config": LogConfig(type="none"),
        "restart_policy": {"Name": "no"},
        "healthcheck": {"test": ["NONE"]},
    }
    if place.gpu is not None:
        arguments["device_requests"] = [DeviceRequest(device_ids=[place.gpu], capabilities=[["gpu"]])]
        arguments["environment"] = {**_ENVIRONMENT, **_GPU_ENVIRONMENT}
    if runtime is not None:
        arguments["runtime"] = runtime
    return arguments


_ENVIRONMENT = {**WORKER_ENVIRONMENT, "TMPDIR": "/box"}
_GPU_ENVIRONMENT = {
    "NVIDIA_DRIVER_CAPABILITIES": "compute",  # no display, no video, and no nvidia-smi inside
    **CUDA_ENVIRONMENT,
}


def _writable_folders(owner: int, *, shared: bool) -> dict[str, str]:
    options = f"nosuid,nodev,noexec,uid={owner},gid={owner}"
    return {
        "/tmp": f"{options},size=64m,nr_inodes=4k,mode=1777",
        # Jobs get their private folders in here. Each uid of a shared container makes its own.
        "/box": f"{options},size=16m,nr_inodes=4k,mode={'1777' if shared else '0700'}",
    }
