"""The process runner: supervisors as plain processes of this machine. It is no wall.

For a student's own machine and for code that you trust. Limits of time and output are enforced from outside as in any
runner, memory by RLIMIT_DATA; but a submission has all the rights of the user who runs it.
"""

from __future__ import annotations

import os
import select
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from torchgrade.sandbox.gpu.task import (
    CUDA_ENVIRONMENT,
    GPU_MEMORY_MIB,
    gpu_options,
    require_cuda,
    require_gpu,
    with_gpu_limits,
)
from torchgrade.sandbox.nursery import Nursery, Process, Started, can_fork, last_line
from torchgrade.sandbox.observe import observe
from torchgrade.sandbox.protocol import Ending, Observation, SandboxFailed, Task
from torchgrade.sandbox.session import Session
from torchgrade.sandbox.worker.manifest import worker_digest

if TYPE_CHECKING:  # a student's local check leases no GPU, and locks of GPUs are not on every system
    from torchgrade.sandbox.gpu.pool import GpuPool, Lease

NOT_A_WALL = (
    "the process runner is no wall: submissions run with your rights; use --runner docker for code of strangers"
)
START_SECONDS = 120.0
MAX_LOSSES = 3


class PipeChannel:
    """A supervisor's stdin and stdout, without blocking."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading, self._writing = reading, writing
        os.set_blocking(reading, False)
        os.set_blocking(writing, False)

    def write(self, data: memoryview) -> int:
        """Write some of ``data``; 0 when the pipe is full."""
        try:
            return os.write(self._writing, data[: 1024 * 1024])
        except BlockingIOError:
            return 0
        except OSError as error:
            raise SandboxFailed("the worker process has ended") from error

    def read(self) -> bytes | None:
        """Return what has arrived; None at the end."""
        try:
            return os.read(self._reading, 1024 * 1024) or None
        except BlockingIOError:
            return b""

    def wait(self, *, to_write: bool, seconds: float) -> None:
        """Wait for either direction."""
        poller = select.poll()
        poller.register(self._reading, select.POLLIN)
        if to_write:
            poller.register(self._writing, select.POLLOUT)
        poller.poll(max(0, int(seconds * 1000)) + 1)


class Worker:
    """One supervisor process with its session."""

    def __init__(self, nursery: Nursery, gpu: str | None = None) -> None:
        """Start it: forked from ``nursery`` where that can be, and by itself where it sees a GPU. Raises OSError."""
        self.gpu = gpu
        self._nursery = nursery
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the worker
        commands, self._commands = os.pipe()
        self._reports, reports = os.pipe()
        try:
            log = self._log.fileno()
            self._process: Process = (
                nursery.fork(commands, reports, log)
                if gpu is None and can_fork()
                else Started(
                    commands, reports, log, {} if gpu is None else {"CUDA_VISIBLE_DEVICES": gpu, **CUDA_ENVIRONMENT}
                )
            )
        except OSError:
            self._close_files()
            raise
        finally:
            os.close(commands)
            os.close(reports)
        self.session = Session(PipeChannel(self._reports, self._commands), time.monotonic)
        self.facts: dict[str, str] = {}
        self._warmed: set[str] = set()

    def greet(self) -> None:
        """Wait until torch is imported."""
        self._explained(lambda: self.facts.update(self.session.hello(START_SECONDS, worker=worker_digest())))

    def warm(self, modules: Sequence[str]) -> None:
        """Import what references needed, so that no child pays for it out of its own time."""
        missing = [name for name in modules if name not in self._warmed]
        if missing:
            self._explained(lambda: self.session.warm(missing, START_SECONDS))
            self._warmed.update(missing)

    def _explained(self, step: Callable[[], None]) -> None:
        try:
            step()
        except SandboxFailed as error:
            raise SandboxFailed(f"{error}; it wrote: {self._last_words()}") from error

    def close(self) -> None:
        """End the process; twice does no harm. Its children end with it, at the latest by their own death signal."""
        if not self._log.closed:
            self._close_files()
            self._process.end()

    def _close_files(self) -> None:
        os.close(self._commands)
        os.close(self._reports)
        self._log.close()

    def _last_words(self) -> str:
        return last_line(self._log) or self._nursery.last_words() or "nothing"


class ProcessRunner:
    """Keeps warm supervisors and lends one to each submission."""

    name = "process"

    def __init__(self, *, gpus: GpuPool | None = None, nursery: Nursery | None = None) -> None:
        """With ``gpus`` every submission leases one of them; without, none is visible.

        Runners that share a ``nursery`` import torch once between them; whoever made it closes it.
        """
        self._nursery = nursery or Nursery()
        self._owns_nursery = nursery is None
        self._modules: tuple[str, ...] = ()
        self._gpus = gpus
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()

    def start_early(self) -> None:
        """Start one worker without waiting for it: torch is imported while the caller goes on."""
        worker = self._start(None if self._gpus is None else self._gpus.gpus[0].uuid)
        with self._lock:
            self._idle.append(worker)

    def sandbox(self, label: str) -> ProcessSandbox:
        """Return a sandbox that will use a warm worker if there is one, and a GPU of its own, waiting for it."""
        return ProcessSandbox(self, None if self._gpus is None else self._gpus.lease())

    def take(self, gpu: str | None = None) -> Worker:
        """Return a greeted worker, one that sees ``gpu`` or none. Raises SandboxFailed when none can be started."""
        with self._lock:
            worker = next((one for one in reversed(self._idle) if one.gpu == gpu), None)
            if worker is not None:
                self._idle.remove(worker)
        try:
            return self._prepared(worker or self._start(gpu))
        except SandboxFailed:
            if gpu is not None:
                raise
            # Without a wall a submission can end what others are started from, too: that may not be their loss.
            return self._prepared(self._start(gpu))

    def _prepared(self, worker: Worker) -> Worker:
        try:
            if not worker.facts:
                worker.greet()
            if worker.gpu is not None:
                require_cuda(worker.facts, where="this machine", fix="install torch's CUDA build, or use --device cpu")
            worker.warm(self._modules)
        except SandboxFailed:
            self.discard(worker)
            raise
        return worker

    def warm(self, modules: Sequence[str]) -> None:
        """Have every worker import ``modules`` before it is lent the next time; see Runner."""
        with self._lock:
            self._modules = tuple(dict.fromkeys((*self._modules, *modules)))

    def give_back(self, worker: Worker) -> None:
        """Keep a worker for the next submission: each runs in a fork of its own."""
        with self._lock:
            self._idle.append(worker)

    def discard(self, worker: Worker) -> None:
        """End a worker that something abnormal happened in."""
        worker.close()
        with self._lock:
            self._all.discard(worker)

    def close(self) -> None:
        """End all workers."""
        with self._lock:
            workers, self._all, self._idle = list(self._all), set(), []
        for worker in workers:
            worker.close()
        if self._owns_nursery:
            self._nursery.close()

    def _start(self, gpu: str | None) -> Worker:
        try:
            worker = Worker(self._nursery, gpu)
        except OSError as error:
            raise SandboxFailed(f"the worker process can't be started: {error}") from error
        with self._lock:
            self._all.add(worker)
        return worker


class ProcessSandbox:
    """One submission's use of the process runner."""

    def __init__(self, runner: ProcessRunner, lease: Lease | None = None) -> None:
        self._runner = runner
        self._lease = lease
        self._worker: Worker | None = None
        self._losses = 0
        self.facts: dict[str, str] = {}

    def observe(self, task: Task) -> Observation:
        """Run one task; see Sandbox."""
        require_gpu(task, leased=self._lease is not None)
        self._losses = 0
        observation = observe(task if self._lease is None else with_gpu_limits(task), self, time.monotonic)
        if self._lease is not None:
            self._lease.check()
        if any(case.ending is Ending.VIOLATION for case in observation.cases):
            self._drop()  # whoever forges frames may have reached the supervisor, too; a mere timeout has not
        return observation

    def close(self) -> None:
        """Give the worker back, and then the GPU, which nothing of the submission uses any more."""
        if self._worker is not None:
            if self._worker.session.lost:
                self._drop()
            else:
                self._runner.give_back(self._worker)
                self._worker = None
        if self._lease is not None:
            self._lease.close()

    def session(self) -> Session:
        """Return a live session; see Host."""
        if self._worker is not None and self._worker.session.lost:
            self._drop()
        if self._worker is None:
            gpu = None if self._lease is None else self._lease.gpu.uuid
            self._worker = self._runner.take(gpu)
            self.facts = self._worker.facts if gpu is None else {**self._worker.facts, "gpu": gpu}
        return self._worker.session

    def job_options(self, task: Task) -> dict[str, object]:
        """Limit memory without a cgroup, and never fork once CUDA may be in play; see Host."""
        if self._lease is None:
            return {"data_mib": task.limits.memory_mib}
        return {"data_mib": max(task.limits.memory_mib, GPU_MEMORY_MIB), **gpu_options(task)}

    def limit_hit(self) -> tuple[Ending, str] | None:
        """Return None: there are no counters here. An allocation that fails is reported by the child itself."""
        return None

    def loss_blamed_on_submission(self, error: SandboxFailed) -> tuple[Ending, str] | None:
        """Blame the submission for a worker that died while it ran; see Host.

        Here a submission can kill its supervisor, and so can the kernel or a person. Each loss is one death of the
        case that ran, and after MAX_LOSSES of them in one task nobody else is a likely culprit.
        """
        self._losses += 1
        if self._losses > MAX_LOSSES:
            return Ending.VIOLATION, "the worker was ended again and again while this submission ran"
        return Ending.DIED, "the worker process ended while this submission ran"

    def _drop(self) -> None:
        if self._worker is not None:
            self._runner.discard(self._worker)
            self._worker = None
