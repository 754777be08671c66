"""The docker runner: a Runner whose sandboxes are containers."""

from __future__ import annotations

import contextlib
import itertools
import os
import random
import secrets
import threading
import time
from collections.abc import Sequence

from torchgrade.sandbox.docker.container import Container
from torchgrade.sandbox.docker.counters import Counts
from torchgrade.sandbox.docker.engine import Engine, EngineUnavailable
from torchgrade.sandbox.docker.owner import (
    ISOLATION_LABEL,
    OURS_LABEL,
    OWNER_LABEL,
    RUN_LABEL,
    SLOT_LABEL,
    Owner,
)
from torchgrade.sandbox.docker.pool import Pool, Slot
from torchgrade.sandbox.docker.spec import Isolation, Place, container_arguments
from torchgrade.sandbox.docker.sweep import remove_run, sweep
from torchgrade.sandbox.gpu.pool import GpuPool, Lease
from torchgrade.sandbox.gpu.smi import Gpu
from torchgrade.sandbox.gpu.task import gpu_options, require_cuda, require_gpu, with_gpu_limits
from torchgrade.sandbox.image.command import ensure_image
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.observe import observe
from torchgrade.sandbox.protocol import Ending, Observation, SandboxFailed, Task
from torchgrade.sandbox.session import Session
from torchgrade.sandbox.worker.manifest import worker_digest

FAREWELL_SECONDS = 10.0  # how long an engine that is away at the end of a run may take to come back
# A shared container is replaced after so many submissions, whatever happened in it.
SHARED_USES = 200
# No uid is used twice. Two graders on one machine begin at random in a range so wide that they will hardly ever meet.
FIRST_UID, LAST_FIRST_UID = 200_000, 2_000_000_000
# Where the engine maps uids to a user's subordinate ones there are only 65,536.
FIRST_MAPPED_UID, LAST_FIRST_MAPPED_UID = 10_000, 40_000


class DockerRunner:
    """Hands out containers, warm, one for each submission or shared by many in turn. See ``sandbox/docker/pool.py``.

    ``limits`` are the largest of the assignment: memory and processes are limited for the container, once. With
    ``gpus`` there is one slot for each of them, and every submission leases one. Once the ``expected``
    submissions have their containers, no other is started before it is asked for.
    """

    name = "docker"

    def __init__(
        self,
        *,
        isolation: Isolation = Isolation.CONTAINER,
        slots: int = 1,
        limits: Limits | None = None,
        gpus: GpuPool | None = None,
        image: str | None = None,
        loader_workers: bool = False,
        runtime: str | None = None,
        shared_uses: int = SHARED_USES,
        expected: int | None = None,
    ) -> None:
        self.isolation = isolation
        self.limits = limits or Limits()
        self.run = secrets.token_hex(4)
        self.engine = Engine()
        self.modules: tuple[str, ...] = ()
        self._gpus = gpus
        self._image = image
        self._loader_workers = loader_workers
        self._runtime = runtime
        self._lock = threading.Lock()
        self._worker = ""
        self._owner = Owner.current()
        self._serial = itertools.count(1)
        self._uids: itertools.count[int] | None = None
        self._pool = Pool(
            self._start,
            self.engine.wait_until_back,
            _places(slots, gpus.gpus if gpus is not None else ()),
            max_uses=1 if isolation is Isolation.CONTAINER else shared_uses,
            expected=expected,
        )
        self._closed = False

    def start_early(self) -> None:
        """Find engine and image, remove what a dead grader left, and start warming. Raises SandboxFailed."""
        self._prepare()
        self._pool.start_early()

    def sandbox(self, label: str) -> DockerSandbox:
        """Return a sandbox for one submission, waiting while all slots are in use. Raises SandboxFailed."""
        del label  # a container is started before anybody knows whom it will serve
        lease = None if self._gpus is None else self._gpus.lease()
        slot = self._pool.take_slot() if lease is None else self._pool.slot_of(lease.gpu.uuid)
        sandbox = DockerSandbox(self, self._pool, slot, lease)
        try:
            self._prepare()
            sandbox.session()
        except BaseException:
            sandbox.close()
            raise
        return sandbox

    def warm(self, modules: Sequence[str]) -> None:
        """Have every container import ``modules`` before it serves its next submission; see Runner."""
        with self._lock:
            self.modules = tuple(dict.fromkeys((*self.modules, *modules)))

    def next_uid(self) -> int:
        """Return a uid that nobody has had."""
        with self._lock:
            assert self._uids is not None
            return next(self._uids)

    def close(self) -> None:
        """End and remove everything that this runner started; twice does no harm."""
        if self._closed:
            return
        self._closed = True
        self._pool.close()
        with contextlib.suppress(SandboxFailed):  # without an engine the next run's sweep must do
            # Connections that an engine's restart broke are found, and thrown away, by asking.
            self.engine.wait_until_back(FAREWELL_SECONDS)
            remove_run(self.engine, self.run)
        self.engine.close()

    def _prepare(self) -> None:
        with self._lock:
            if self._uids is not None:
                return
            sweep(self.engine)
            self._worker = worker_digest()
            self._image = self._image or ensure_image("cpu" if self._gpus is None else "cuda")
            with self.engine.client() as client:
                options = client.info().get("SecurityOptions") or []
            mapped = any(name in option for option in options for name in ("name=userns", "name=rootless"))
            first, last = (FIRST_MAPPED_UID, LAST_FIRST_MAPPED_UID) if mapped else (FIRST_UID, LAST_FIRST_UID)
            self._uids = itertools.count(random.SystemRandom().randrange(first, last))

    def _start(self, place: Place) -> Container:
        assert self._image is not None
        arguments = container_arguments(
            self._image,
            f"torchgrade-{self.run}-{next(self._serial)}",
            limits=self.limits,
            isolation=self.isolation,
            uid=self.next_uid(),
            place=place,
            labels={
                OURS_LABEL: "1",
                RUN_LABEL: self.run,
                SLOT_LABEL: str(place.number),
                ISOLATION_LABEL: str(self.isolation),
                OWNER_LABEL: self._owner.label(),
            },
            loader_workers=self._loader_workers,
            runtime=self._runtime,
        )
        container = Container(self.engine, arguments, modules=self.modules, worker=self._worker)
        if place.gpu is not None:
            try:
                require_cuda(container.facts, where="the image", fix="torchgrade image build --device cuda")
            except SandboxFailed:
                container.close()
                raise
            container.facts["gpu"] = place.gpu
        return container


class DockerSandbox:
    """One submission's use of a slot: a Sandbox for the graders and a Host for ``observe``."""

    def __init__(self, runner: DockerRunner, pool: Pool, slot: Slot, lease: Lease | None = None) -> None:
        self._runner = runner
        self._pool = pool
        self._slot: Slot | None = slot
        self._lease = lease
        self._container: Container | None = None
        self._counts: Counts | None = None
        self._uid: int | None = None
        self._fit = True
        self.facts: dict[str, str] = {}

    def observe(self, task: Task) -> Observation:
        """Run one task; see Sandbox. Limits of memory and processes are those of the runner."""
        most = self._runner.limits
        require_gpu(task, leased=self._lease is not None)
        if task.limits.memory_mib > most.memory_mib or task.limits.processes > most.processes:
            raise ValueError(f"the task's {task.limits} are more than the containers were started with: {most}")
        try:
            observation = observe(task if self._lease is None else with_gpu_limits(task), self, time.monotonic)
            if self._lease is not None:
                self._lease.check()
        except BaseException:
            self._fit = False
            self._drop()
            raise
        if observation.tainted and self._runner.isolation is Isolation.SHARED:
            # The next problem may be this submission's, but the next submission is somebody else's.
            self._drop()
        return observation

    def close(self) -> None:
        """Give the slot back; a container that was this submission's alone is removed. Twice does no harm."""
        slot, self._slot = self._slot, None
        if slot is not None:
            container, self._container = self._container, None
            if self._lease is not None and container is not None and self._runner.isolation is Isolation.CONTAINER:
                container.close()  # before the lease: see _drop
            self._pool.give_back(slot, container, fit=self._fit)
        if self._lease is not None:
            self._lease.close()

    def session(self) -> Session:
        """Return a live session; see Host."""
        if self._container is not None and self._container.session.lost:
            self._drop()
        if self._container is None:
            assert self._slot is not None, "this sandbox was closed"
            self._container = self._pool.container(self._slot)
            self._container.warm(self._runner.modules)  # those that it started without
            self._counts = self._container.counts()
            self.facts = self._container.facts
            if self._runner.isolation is Isolation.SHARED:
                self._uid = self._runner.next_uid()
        return self._container.session

    def job_options(self, task: Task) -> dict[str, object]:
        """Run each submission of a shared container as a uid of its own, and never fork where CUDA is in play."""
        return {"uid": self._uid, **({} if self._lease is None else gpu_options(task))}

    def limit_hit(self) -> tuple[Ending, str] | None:
        """Return the limit that the container's cgroup counted as broken since the last call; see Host."""
        counts = self._container.counts() if self._container is not None else None
        if counts is None or self._counts is None:
            return None
        before, self._counts = self._counts, counts
        if counts.oom_kills > before.oom_kills:
            return Ending.MEMORY_LIMIT, f"more than {self._runner.limits.memory_mib} MiB of memory were used"
        if counts.processes_refused > before.processes_refused:
            return Ending.PROCESS_LIMIT, f"more than {self._runner.limits.processes} processes and threads were started"
        return None

    def loss_blamed_on_submission(self, error: SandboxFailed) -> tuple[Ending, str] | None:
        """Blame the submission for a container that ran out of memory, and for nothing else; see Host.

        The supervisor is process 1 of its container, which no process inside can kill. So whoever ended it came from
        outside: the engine, a person, or the kernel, and of these the kernel alone gives the submission as its reason.
        """
        container = self._container
        if container is None or isinstance(error, EngineUnavailable):
            return None
        container.session.lost = True  # whatever broke, nothing more is asked of it
        hit = self.limit_hit()
        if (hit is not None and hit[0] is Ending.MEMORY_LIMIT) or container.was_out_of_memory():
            return Ending.MEMORY_LIMIT, f"more than {self._runner.limits.memory_mib} MiB of memory were used"
        return None

    def _drop(self) -> None:
        if self._container is not None:
            if self._lease is None:
                self._pool.discard(self._container)
            else:
                self._container.close()  # now: the GPU goes back when nothing of the submission lives any more
            self._container = None


def _places(slots: int, gpus: Sequence[Gpu]) -> tuple[Place, ...]:
    cpus = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else list(range(os.cpu_count() or 1))
    names: Sequence[str | None] = [gpu.uuid for gpu in gpus] or [None] * slots
    return tuple(Place(number=number, cpu=cpus[number % len(cpus)], gpu=gpu) for number, gpu in enumerate(names))
