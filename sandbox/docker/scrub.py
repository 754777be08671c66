"""Scrub a GPU in a container of our own image: the wall and the torch that submissions get, and no submission."""

from __future__ import annotations

import contextlib
import random
import secrets
import time

from docker.types import LogConfig

from torchgrade.sandbox.docker.engine import Engine
from torchgrade.sandbox.docker.owner import OURS_LABEL, OWNER_LABEL, RUN_LABEL, Owner
from torchgrade.sandbox.docker.spec import PYTHON, WORKER_FOLDER, Isolation, Place, container_arguments
from torchgrade.sandbox.docker.sweep import remove
from torchgrade.sandbox.gpu.scrub import SCRUB_SECONDS, ScrubFailed, judge_exit
from torchgrade.sandbox.gpu.smi import Gpu
from torchgrade.sandbox.image.command import ensure_image
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.protocol import SandboxFailed

POLL_SECONDS = 0.1
# Within the range that an engine with mapped users has; no submission gets such a low one.
FIRST_UID, LAST_UID = 1_000, 9_999


class DockerScrubber:
    """A Scrubber for the docker runner: the host needs no torch with CUDA for it."""

    def __init__(self, *, image: str | None = None) -> None:
        self._engine = Engine()
        self._image = image
        self._run = secrets.token_hex(4)
        self._owner = Owner.current()

    def scrub(self, gpu: Gpu) -> None:
        """Run ``sandbox/worker/scrub.py`` in a container with one GPU; see Scrubber.

        Raises SandboxFailed where the engine or the image is at fault and the GPU is not.
        """
        self._image = self._image or ensure_image("cuda")
        name = f"torchgrade-scrub-{self._run}-{secrets.token_hex(4)}"
        try:
            code, last_line = self._run_container(name, self._image, gpu)
        finally:
            with contextlib.suppress(SandboxFailed), self._engine.client() as client:  # else the next sweep does
                remove(client, name)
        judge_exit(code, last_line, fix="torchgrade image build --device cuda")

    def close(self) -> None:
        """Let go of the engine."""
        self._engine.close()

    def _run_container(self, name: str, image: str, gpu: Gpu) -> tuple[int, str]:
        arguments = container_arguments(
            image,
            name,
            limits=Limits(),
            isolation=Isolation.CONTAINER,
            uid=random.SystemRandom().randint(FIRST_UID, LAST_UID),
            place=Place(number=0, cpu=0, gpu=gpu.uuid),
            labels={OURS_LABEL: "1", RUN_LABEL: self._run, OWNER_LABEL: self._owner.label()},
        )
        arguments |= {
            "entrypoint": [PYTHON, "-P", "-s", "-X", "utf8", f"{WORKER_FOLDER}/scrub.py"],
            "cpuset_cpus": "",  # any: it is gone before the next submission starts
            "stdin_open": False,
            # Its last words are ours, so the engine may keep them until it is removed.
            "log_config": LogConfig(type="json-file", config={"max-size": "1m"}),
        }
        deadline = time.monotonic() + SCRUB_SECONDS
        with self._engine.client() as client:
            container_id = str(client.containers.create(**arguments).id)
            client.api.start(container_id)
            while (state := client.api.inspect_container(container_id)["State"])["Running"]:
                if time.monotonic() >= deadline:
                    raise ScrubFailed(f"the scrubber did not end within {SCRUB_SECONDS:g} s")
                time.sleep(POLL_SECONDS)
            lines = client.api.logs(container_id, tail=1).decode("utf-8", "replace").strip()
            return int(state["ExitCode"]), lines[:300] or "it said nothing"
