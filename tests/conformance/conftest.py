"""Runners, and a way to ask them something.

The tests in this folder are the behaviours that any runner must show. To run them on a runner of your own, name a
function that takes the largest Limits and returns it: TORCHGRADE_CONFORMANCE_RUNNER=package.module:function.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from torchgrade.problems.values import Value
from torchgrade.sandbox.decode import decode_many
from torchgrade.sandbox.docker import DockerRunner, Isolation
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import CaseOutcome, JobFile, Observation, Runner, Sandbox, Task

LIMITS = Limits(import_seconds=10, case_seconds=5, total_seconds=30, memory_mib=192, processes=24, reply_mib=1)
CANARY_NAME, CANARY = "TORCHGRADE_TEST_CANARY", "canary-in-the-environment"

FACTORIES: dict[str, Callable[[Limits], Runner]] = {
    "process": lambda limits: ProcessRunner(),
    "docker-container": lambda limits: DockerRunner(limits=limits, slots=2),
    "docker-shared": lambda limits: DockerRunner(limits=limits, isolation=Isolation.SHARED, slots=2),
}
OWN = os.environ.get("TORCHGRADE_CONFORMANCE_RUNNER", "")
if OWN:
    _module, _, _function = OWN.partition(":")
    FACTORIES = {OWN: getattr(importlib.import_module(_module), _function)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Which runner is tested, and what it promises beyond what all do."""

    name: str
    runner: Runner

    @property
    def has_containers(self) -> bool:
        return self.name.startswith("docker")


@pytest.fixture(
    scope="session",
    params=[pytest.param(name, marks=[pytest.mark.docker] if name.startswith("docker") else []) for name in FACTORIES],
)
def kind(request: pytest.FixtureRequest) -> Iterator[Kind]:
    if request.param.startswith("docker"):
        request.getfixturevalue("worker_image")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CANARY_NAME, CANARY)
        runner = FACTORIES[request.param](LIMITS)
        yield Kind(name=request.param, runner=runner)
        runner.close()


@pytest.fixture(scope="session")
def runner(kind: Kind) -> Runner:
    return kind.runner


@pytest.fixture(scope="module")
def sandbox(runner: Runner) -> Iterator[Sandbox]:
    """A sandbox that serves all tests of a module, as if each were one more problem of the same submission."""
    sandbox = runner.sandbox("a module of tests")
    yield sandbox
    sandbox.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An observation with its replies decoded."""

    observation: Observation
    answers: list[Value] = field(default_factory=list)
    changed: list[Value] = field(default_factory=list)

    @property
    def cases(self) -> tuple[CaseOutcome, ...]:
        return self.observation.cases

    @property
    def endings(self) -> list[str]:
        return [case.ending.value for case in self.cases]


def make_task(source: str | list[JobFile], *, checks: dict[str, int] | None = None, **limits: Any) -> Task:
    """Return a task whose probes call ``f(n)``, n counting from 0 in each check."""
    checks = checks or {"calls": 1}
    probes = "\n".join(f"@check()\ndef {name}(solution, n):\n    return solution.f(n)\n" for name in checks)
    files = [JobFile(name="solution.py", source=source)] if isinstance(source, str) else source
    return Task(
        files=tuple(files),
        entry_points={"f": files[0].name},
        checks_source=f"from torchgrade.problems.kit import check\n{probes}",
        checks=tuple(checks.items()),
        cases=tuple(encode({"n": n}) for count in checks.values() for n in range(count)),
        limits=replace(LIMITS, **limits),
    )


Ask = Callable[..., Asked]


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Observe one submission in a sandbox: ``ask(sandbox, source, checks={"a": 2}, case_seconds=1)``."""

    def observe(sandbox: Sandbox, source: str | list[JobFile], **options: Any) -> Asked:
        observation = sandbox.observe(make_task(source, **options))
        pairs = [decode_many(case.reply, 2) for case in observation.cases if case.reply is not None]
        return Asked(observation=observation, answers=[pair[0] for pair in pairs], changed=[pair[1] for pair in pairs])

    return observe
