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
    runner: Runner
    if options.runner == "process":
        runner = ProcessRunner(modules)
    else:
        raise NotImplementedError
    try:
        yield runner
    finally:
        runner.close()
