"""A real image with a stand-in worker, and real hardened containers for the tests in this folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docker
import pytest
from docker.types import LogConfig, Ulimit

from torchgrade.sandbox.image import build
from torchgrade.sandbox.seccomp import profile_text

TAG = "torchgrade/stand-in:test"
TORCH, NUMPY = "2.13.0+cpu", "2.4.6"

# Stands in for the real worker: imports torch, says so, and answers every line.
STAND_IN_WORKER = b"""\
import sys
import torch
print("ready", flush=True)
for line in sys.stdin:
    print("answer", line, end="", flush=True)
"""


@pytest.fixture(scope="session")
def image(base_image: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The id of an image built from our Dockerfile. The engine's layer cache makes the second session's build short."""
    folder: Path = tmp_path_factory.mktemp("image")
    build.download_wheels(folder / "wheels", torch=TORCH, numpy=NUMPY)
    worker_files = {build.ENTRY_POINT: STAND_IN_WORKER}
    build.prepare_context(
        folder / "context",
        wheels=folder / "wheels",
        worker_files=worker_files,
        requirements=build.requirements_text(torch=TORCH, numpy=NUMPY),
    )
    return build.build_image(
        base=base_image,
        context=folder / "context",
        tag=TAG,
        torch=TORCH,
        worker=build.worker_hash(worker_files),
    )


@pytest.fixture(scope="session")
def run_hardened(engine: docker.DockerClient, image: str) -> Callable[..., str]:
    """Run Python source in a container with the arguments of a real run, and return what it printed."""

    def run(source: str, *, seccomp: str | None = None, wall_seconds: int = 60) -> str:
        container = engine.containers.create(
            image,
            entrypoint=["/opt/venv/bin/python", "-I", "-X", "utf8", "-c", source],
            labels={"torchgrade.test": "1"},
            network_mode="none",
            ipc_mode="private",
            read_only=True,
            tmpfs={
                "/tmp": "nosuid,nodev,noexec,size=64m,nr_inodes=4k,mode=1777",
                "/box": "nosuid,nodev,noexec,size=16m,nr_inodes=1k,mode=0700,uid=61234,gid=61234",
            },
            shm_size="256m",
            cap_drop=["ALL"],
            security_opt=["no-new-privileges:true", "seccomp=" + (profile_text() if seccomp is None else seccomp)],
            user="61234:61234",
            pids_limit=64,
            mem_limit="1g",
            memswap_limit="1g",
            environment={"OMP_NUM_THREADS": "2"},
            ulimits=[
                Ulimit(name="core", soft=0, hard=0),
                Ulimit(name="fsize", soft=64 << 20, hard=64 << 20),
                Ulimit(name="nofile", soft=1024, hard=1024),
                Ulimit(name="memlock", soft=65536, hard=65536),
                Ulimit(name="msgqueue", soft=0, hard=0),
            ],
            log_config=LogConfig(type="json-file", config={"max-size": "1m"}),
        )
        try:
            container.start()
            status = container.wait(timeout=wall_seconds)["StatusCode"]
            printed = container.logs(stdout=True, stderr=False).decode()
            complaints = container.logs(stdout=False, stderr=True).decode()
            assert status == 0, f"exit status {status}\n{printed}\n{complaints}"
            return printed
        finally:
            container.remove(force=True)

    return run
