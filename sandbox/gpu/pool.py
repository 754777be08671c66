"""Lend GPUs: each to one submission at a time, on this host and not only in this process, and clean ones only."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from torchgrade.sandbox.gpu.held import HeldGpu, Surroundings
from torchgrade.sandbox.gpu.lock import HostLock, Note, lock_folder
from torchgrade.sandbox.gpu.scrub import Scrubber
from torchgrade.sandbox.gpu.slot import State
from torchgrade.sandbox.gpu.smi import Gpu, NvidiaSmi, Smi, usable
from torchgrade.sandbox.protocol import Clock, SandboxFailed

WAIT_SECONDS = 2 * 3600.0  # for another grader's GPU; long, since a class takes long
POLL_SECONDS = 0.5


class NoGpuLeft(SandboxFailed):
    """Every GPU is quarantined; the message says which, why, and what mends it."""


class Lease:
    """A clean GPU, ours until ``close``."""

    def __init__(self, pool: GpuPool, held: HeldGpu) -> None:
        self._pool = pool
        self._held: HeldGpu | None = held
        self.gpu = held.gpu

    def check(self) -> None:
        """Raise GpuSick where the GPU broke meanwhile: what was seen on it is nobody's answer."""
        if self._held is not None:
            self._held.check()

    def close(self) -> None:
        """Clean the GPU and give it back, once the submission's processes are gone. Twice does no harm."""
        held, self._held = self._held, None
        if held is not None:
            self._pool.take_back(held)


class GpuPool:
    """The GPUs that a run may use. Safe to use from several threads."""

    def __init__(
        self,
        gpus: Sequence[Gpu],
        surroundings: Surroundings,
        *,
        folder: Path,
        say: Callable[[str], None],
        stopped: Callable[[], bool],
    ) -> None:
        self._free = [HeldGpu(gpu, HostLock(folder, gpu.uuid), surroundings) for gpu in gpus]
        self._closed: list[HeldGpu] = []
        self._count = len(self._free)
        self._clock = surroundings.clock
        self._say = say
        self._stopped = stopped
        self._changed = threading.Condition()
        self.gpus = tuple(gpus)

    def lease(self) -> Lease:
        """Return a clean GPU, waiting for one. Raises NoGpuLeft, and SandboxFailed after WAIT_SECONDS or a stop."""
        deadline = self._clock() + WAIT_SECONDS
        told = False
        while True:
            held, busy = self._take_one()
            if held is not None:
                return Lease(self, held)
            if not busy:
                deadline = self._clock() + WAIT_SECONDS  # our own submissions end by themselves
            if busy and not told:
                told = True
                self._say(f"waiting for a GPU: {'; '.join(busy)}")
            if self._stopped():
                raise SandboxFailed("the run was stopped while it waited for a GPU")
            if self._clock() >= deadline:
                raise SandboxFailed(f"no GPU came free within {WAIT_SECONDS / 3600:g} h. {'; '.join(busy)}")
            with self._changed:
                self._changed.wait(POLL_SECONDS)

    def take_back(self, held: HeldGpu) -> None:
        """Clean a GPU behind its submission; see Lease.close."""
        try:
            held.end()
        except SandboxFailed as error:
            # Who was to scrub it could not be started. It was let go as it is, and its next lease scrubs it first.
            self._say(f"{held.gpu} was not scrubbed: {error}")
        finally:
            self._put(held)

    def quarantined(self) -> tuple[str, ...]:
        """Return a line for every GPU that was closed in this run."""
        with self._changed:
            return tuple(_epitaph(held) for held in self._closed)

    def _take_one(self) -> tuple[HeldGpu | None, list[str]]:
        """Return a clean GPU, or who holds those that could not be had."""
        busy = []
        for _ in range(self._count):
            with self._changed:
                if not self._free:
                    break
                held = self._free.pop(0)
            try:
                taken = held.take()
                if taken and held.slot.state is State.CLEAN:
                    held.start()
                    return held, []
                if not taken:
                    busy.append(_whose(held.gpu, held.note()))
                else:
                    held.end()
            except BaseException:
                self._put(held)
                raise
            self._put(held)
        with self._changed:
            if len(self._closed) == self._count:
                raise NoGpuLeft(f"no GPU is left. {' '.join(_epitaph(held) for held in self._closed)}")
        return None, busy

    def _put(self, held: HeldGpu) -> None:
        quarantined = held.slot.state is State.QUARANTINED
        with self._changed:
            (self._closed if quarantined else self._free).append(held)
            self._changed.notify_all()
        if quarantined:
            self._say(_epitaph(held))


def open_pool(
    scrubber: Scrubber,
    *,
    say: Callable[[str], None],
    stopped: Callable[[], bool],
    smi: Smi | None = None,
    clock: Clock = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> GpuPool:
    """Return a pool of all GPUs that ``nvidia-smi`` lists. Raises NoGpu."""
    smi = smi or NvidiaSmi()
    surroundings = Surroundings(smi=smi, scrubber=scrubber, clock=clock, sleep=sleep, today=_now)
    folder = lock_folder(dict(os.environ))
    return GpuPool(usable(smi.gpus()), surroundings, folder=folder, say=say, stopped=stopped)


def remedy(gpu: Gpu) -> str:
    """Return what mends a quarantined GPU."""
    return (
        f"End what uses it (nvidia-smi -i {gpu.index}), reset it (nvidia-smi -i {gpu.index} --gpu-reset, as root) or "
        "restart the machine; the next run tries it again"
    )


def _epitaph(held: HeldGpu) -> str:
    return f"{held.gpu} is quarantined: {held.slot.reason}. {remedy(held.gpu)}."


def _whose(gpu: Gpu, note: Note) -> str:
    since = f" since {note.since}" if note.since else ""
    return f"{gpu} is held by {note.holder or 'another grader'}{since}"


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
