"""Open the runner that ``--runner``, ``--isolation`` and ``--device`` ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import Runner


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
def open_runner(
    options: RunnerOptions, *, limits: Sequence[Limits], jobs: int, modules: Sequence[str]
) -> Iterator[Runner]:
    """Yield a runner whose workers have ``modules`` imported; close it at the end. Raises SandboxFailed."""
    runner = _docker(options, limits, jobs, modules) if options.runner == "docker" else ProcessRunner(modules)
    try:
        yield runner
    finally:
        runner.close()


def _docker(options: RunnerOptions, limits: Sequence[Limits], jobs: int, modules: Sequence[str]) -> Runner:
    # The client library is loaded only where containers are wanted: a student's check does without.
    from torchgrade.sandbox.docker.runner import DockerRunner
    from torchgrade.sandbox.docker.spec import Isolation

    runner = DockerRunner(
        isolation=Isolation(options.isolation),
        slots=jobs,
        limits=_largest(limits),
        modules=modules,
        device=options.device,
        loader_workers=True,
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
