"""Who cleans a GPU between submissions: a short-lived process of ours, which no student code was ever in."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from torchgrade.sandbox.gpu.command import CommandHung, run_command
from torchgrade.sandbox.gpu.smi import Gpu
from torchgrade.sandbox.protocol import SandboxFailed
from torchgrade.sandbox.worker.scrub import NO_CUDA

SCRUB_SECONDS = 180.0  # importing torch, starting CUDA, and writing all of the memory once
PROGRAM = Path(__file__).resolve().parents[1] / "worker" / "scrub.py"
_KEPT_ENVIRONMENT = ("PATH", "HOME", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV", "SYSTEMROOT", "TMPDIR")


class ScrubFailed(Exception):
    """The memory was not scrubbed, or the GPU failed the health gate; the message says how."""


class Scrubber(Protocol):
    """Cleans a GPU that nobody uses and shows that it works."""

    def scrub(self, gpu: Gpu) -> None:
        """Overwrite the GPU's free memory and have it compute something known.

        Raises ScrubFailed, and SandboxFailed where that says nothing about the GPU.
        """
        ...


class ProcessScrubber:
    """Scrubs in a process of this machine."""

    def scrub(self, gpu: Gpu) -> None:
        """Run ``sandbox/worker/scrub.py`` on one GPU; see Scrubber."""
        try:
            done = run_command(
                # -P and not -I: torch may live in the user's site-packages.
                [sys.executable, "-P", "-X", "utf8", str(PROGRAM)],
                seconds=SCRUB_SECONDS,
                environment=gpu_environment(gpu.uuid, os.environ),
            )
        except CommandHung:
            raise ScrubFailed(f"the scrubber did not end within {SCRUB_SECONDS:g} s") from None
        except OSError as error:
            raise ScrubFailed(f"the scrubber can't be started: {error}") from error
        judge_exit(done.code, done.last_line, fix="install torch's CUDA build, or use --device cpu")


def judge_exit(code: int, last_line: str, *, fix: str) -> None:
    """Raise ScrubFailed for a scrubber that did not end with 0, and SandboxFailed where the GPU is not at fault."""
    if code == NO_CUDA:
        raise SandboxFailed(f"{last_line}, so no GPU can be used; {fix}")
    if code != 0:
        raise ScrubFailed(f"the scrubber ended with code {code}: {last_line}")


def gpu_environment(uuid: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a trusted process needs to see one GPU and nothing of the others."""
    kept = {name: environment[name] for name in _KEPT_ENVIRONMENT if name in environment}
    return {**kept, "LANG": "C.UTF-8", "CUDA_VISIBLE_DEVICES": uuid}
