"""What a run asks: every problem's probes with cases drawn from the run's seed, encoded once for the whole class."""

from __future__ import annotations

import hashlib
import hmac
import traceback
import types
from collections.abc import Sequence
from dataclasses import dataclass

from torchgrade.graders.compare import Tolerance
from torchgrade.graders.problem import CheckSpec, Problem
from torchgrade.graders.submission import SourceFile
from torchgrade.graders.text import Text
from torchgrade.problems.kit import Probe
from torchgrade.problems.values import Value
from torchgrade.sandbox.encode import NotEncodable, encode
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.protocol import JobFile, Task

PUBLIC_SEED = 20260101  # of local checks: everybody sees the same public cases

Case = dict[str, Value]


class PlanError(Exception):
    """A problem's checks can't be planned: its message names the problem, the check and the author's mistake.

    ``line`` is where in checks.py.
    """

    def __init__(self, message: str, *, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class CheckPlan:
    """One check with its probe and its cases, plain and encoded."""

    spec: CheckSpec
    probe: Probe
    title: Text
    tolerance: Tolerance
    cases: tuple[Case, ...]
    encoded: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class ProblemPlan:
    """One problem with its planned checks, in the order of problem.yaml."""

    problem: Problem
    checks: tuple[CheckPlan, ...]

    def check_of(self, index: int) -> CheckPlan:
        """Return the check that a case belongs to, cases counted over all checks."""
        return [check for check in self.checks for _ in check.cases][index]

    def task(
        self,
        files: Sequence[JobFile],
        entry_points: dict[str, str],
        *,
        device: str = "cpu",
        on_cpu: tuple[int, ...] = (),
        limits: Limits | None = None,
        list_modules: bool = False,
    ) -> Task:
        """Return the task that asks all cases of a solution made of ``files``."""
        return Task(
            files=tuple(files),
            entry_points=entry_points,
            checks_source=self.problem.checks_source,
            checks=tuple((check.spec.probe, len(check.encoded)) for check in self.checks),
            cases=tuple(data for check in self.checks for data in check.encoded),
            simulated=tuple(position for position, check in enumerate(self.checks) if check.spec.simulated),
            limits=limits or self.problem.limits,
            device=device,
            on_cpu=on_cpu,
            list_modules=list_modules,
        )

    def source_task(self, source: str, *, list_modules: bool = False, limits: Limits | None = None) -> Task:
        """Return the task for a solution that is one text with all entry points: a reference, a mistake, a starter."""
        name = f"{self.problem.slug.replace('-', '_')}.py"
        entry_points = dict.fromkeys(self.problem.entry_points, name)
        return self.task([JobFile(name=name, source=source)], entry_points, list_modules=list_modules, limits=limits)


def job_files(files: Sequence[SourceFile]) -> tuple[JobFile, ...]:
    """Return a submission's files as the worker takes them."""
    return tuple(
        JobFile(
            name=file.name,
            source=file.source,
            cells=None if file.cells is None else tuple((cell.number, cell.source) for cell in file.cells),
        )
        for file in files
    )


def load_probes(problem: Problem) -> dict[str, Probe]:
    """Run a problem's checks.py, which its author wrote and we trust, and return its probes by name."""
    module = types.ModuleType("torchgrade_checks")
    name = f"{problem.id}/checks.py"
    try:
        exec(compile(problem.checks_source, name, "exec"), module.__dict__)
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == name]
        message = f"{problem.id}: checks.py can't be run: {type(error).__name__}: {error}"
        raise PlanError(message, line=lines[-1] if lines and lines[-1] else 1) from error
    return {value.name: value for value in vars(module).values() if isinstance(value, Probe)}


def plan_problem(problem: Problem, *, seed: int, only: Sequence[str] | None = None) -> ProblemPlan:
    """Draw the cases of a problem's checks (or of those named in ``only``). Raises PlanError."""
    probes = load_probes(problem)
    checks = [
        plan_check(problem, spec, probes, seed=seed) for spec in problem.checks if only is None or spec.id in only
    ]
    return ProblemPlan(problem, tuple(checks))


def plan_check(problem: Problem, spec: CheckSpec, probes: dict[str, Probe], *, seed: int) -> CheckPlan:
    """Draw one check's cases. Raises PlanError."""
    # Hypothesis is loaded only where cases are drawn: it costs a quarter of a second.
    from torchgrade.problems.strategies import draw_cases

    probe = probes.get(spec.probe)
    if probe is None:
        raise PlanError(f"{problem.id}: checks.py has no probe {spec.probe}")
    try:
        cases = draw_cases(probe, count=spec.cases, seed_value=check_seed(seed, problem.id, spec.id))
        unique = {encode(case): case for case in cases}  # the same question twice proves nothing
    except NotEncodable as error:
        message = f"{problem.id}: {spec.id} draws a case that can't be sent: {error}"
        raise PlanError(message, line=probe.function.__code__.co_firstlineno) from error
    except Exception as error:
        message = f"{problem.id}: {spec.id}: its cases can't be drawn: {type(error).__name__}: {error}"
        raise PlanError(message, line=probe.function.__code__.co_firstlineno) from error
    return plan_with_cases(spec, probe, tuple(unique.values()), tuple(unique))


def plan_with_cases(
    spec: CheckSpec, probe: Probe, cases: tuple[Case, ...], encoded: tuple[bytes, ...] | None = None
) -> CheckPlan:
    """Return the plan of a check for cases that are there already."""
    title = spec.title or Text(" ".join(probe.doc.split()), spec.id)
    if encoded is None:
        encoded = tuple(encode(case) for case in cases)
    return CheckPlan(spec, probe, title, Tolerance(**probe.tolerance), cases, encoded)


def check_seed(seed: int, problem: str, check: str) -> int:
    """Return the seed of one check: HMAC of the run's secret seed, so that no check tells about another."""
    digest = hmac.new(str(seed).encode(), f"{problem}\n{check}".encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:8], "big")
