"""Open the runner that ``--runner``, ``--isolation`` and ``--device`` ask for."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Protocol

from torchgrade.commands.console import say
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.nursery import Nursery
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import Runner

if TYPE_CHECKING:  # loaded only where GPUs are asked for
    from torchgrade.sandbox.gpu.pool import GpuPool


class RunnerOptions(Protocol):
    """The flags that choose a runner."""

    @property
    def runner(self) -> str:
        """Return docker or process."""
        ...

    @property
    def isolation(self) -> str:
        """Return container or shared."""
        ...

    @property
    def device(self) -> str:
        """Return cpu or cuda."""
        ...


@contextmanager
def open_gpus(options: RunnerOptions, stop: threading.Event) -> Iterator[GpuPool | None]:
    """Yield this machine's GPUs where ``--device cuda`` asks for them, else None. Raises NoGpu."""
    if options.device != "cuda":
        yield None
        return
    from torchgrade.sandbox.gpu.pool import open_pool
    from torchgrade.sandbox.gpu.scrub import ProcessScrubber

    if options.runner == "process":
        yield open_pool(ProcessScrubber(), say=say, stopped=stop.is_set)
        return
    from torchgrade.sandbox.docker.scrub import DockerScrubber

    with closing(DockerScrubber()) as scrubber:
        yield open_pool(scrubber, say=say, stopped=stop.is_set)


@contextmanager
def open_runner(
    options: RunnerOptions,
    *,
    limits: Sequence[Limits],
    jobs: int,
    gpus: GpuPool | None = None,
    nursery: Nursery | None = None,
    expected: int | None = None,
) -> Iterator[Runner]:
    """Yield a runner whose first workers are starting; close it at the end. Raises SandboxFailed.

    ``expected`` says how many submissions will be graded, if that is known.
    """
    runner = (
        _docker(options, limits, jobs, gpus, expected)
        if options.runner == "docker"
        else ProcessRunner(gpus=gpus, nursery=nursery)
    )
    try:
        yield runner
    finally:
        runner.close()


def _docker(
    options: RunnerOptions,
    limits: Sequence[Limits],
    jobs: int,
    gpus: GpuPool | None,
    expected: int | None,
) -> Runner:
    # The client library is loaded only where containers are wanted: a student's check does without.
    from torchgrade.sandbox.docker.runner import DockerRunner
    from torchgrade.sandbox.docker.spec import Isolation

    runner = DockerRunner(
        isolation=Isolation(options.isolation),
        slots=jobs,
        limits=_largest(limits),
        gpus=gpus,
        loader_workers=True,
        expected=expected,
    )
    try:
        runner.start_early()
    except BaseException:
        runner.close()
        raise
    return runner


def _largest(limits: Sequence[Limits]) -> Limits:
    """Return limits that no problem of the assignment exceeds: a container has one memory limit for all of them."""
    return Limits(
        memory_mib=max(one.memory_mib for one in limits),
        processes=max(one.processes for one in limits),
        reply_mib=max(one.reply_mib for one in limits),
    )
