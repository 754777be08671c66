"""Observe one task from its first case to its last, whatever the submission does on the way.

A case that kills, hangs or floods costs itself; the rest go on in a new child from the next case, a bounded number of
times. What a runner adds is a Host: where the supervisor is, and what its counters say.
"""

from __future__ import annotations

import secrets
from typing import Protocol

from torchgrade.sandbox.output import OutputKeeper
from torchgrade.sandbox.protocol import CaseOutcome, Clock, Ending, Observation, SandboxFailed, Task
from torchgrade.sandbox.session import Attempt, Session
from torchgrade.sandbox.wire import NONCE_BYTES
from torchgrade.sandbox.worker.job import Job, Questions

# After so many deaths the rest of a check is not asked: it has failed, and each death costs a fork.
MAX_DEATHS_PER_CHECK = 3

# Endings that no later case can escape: they are given to every case that is left.
_FINAL = {
    Ending.LOAD_FAILED,
    Ending.IMPORT_TIMEOUT,
    Ending.TOTAL_TIMEOUT,
    Ending.OUTPUT_LIMIT,
    Ending.VIOLATION,
}


class Host(Protocol):
    """What a runner gives to ``observe``: a live session, and its own view of what happened."""

    facts: dict[str, str]

    def session(self) -> Session:
        """Return a session whose supervisor lives, starting another if the last was lost. Raises SandboxFailed."""
        ...

    def job_options(self, task: Task) -> dict[str, object]:
        """Return the fields of Job that depend on the runner."""
        ...

    def limit_hit(self) -> tuple[Ending, str] | None:
        """Return a limit that the sandbox's own counters show as broken since the last call, or None."""
        ...

    def loss_blamed_on_submission(self, error: SandboxFailed) -> tuple[Ending, str] | None:
        """Decide who ended a sandbox that is gone: a limit or the submission, or nobody that we can name (None)."""
        ...


def observe(task: Task, host: Host, clock: Clock) -> Observation:
    """Return what became of every case of ``task``. Raises SandboxFailed when it can't be said who was at fault."""
    count = len(task.cases)
    outcomes: list[CaseOutcome] = []
    stdout, stderr = OutputKeeper(), OutputKeeper()
    began = clock()
    total_deadline = began + task.limits.total_seconds
    notices: list[bytes] = []
    load_failure = modules = None
    tainted = False
    heard = 0
    deaths: dict[int, int] = {}
    while len(outcomes) < count:
        before = clock()
        session = host.session()
        waited = clock() - before
        # Starting a sandbox, or another one, is our time and not the submission's.
        began, total_deadline = began + waited, total_deadline + waited
        attempt = Attempt(start=len(outcomes), heard=heard)
        _fill(attempt, task, host, session, total_deadline, stdout, stderr)
        heard = attempt.heard
        outcomes += [
            CaseOutcome(ending=Ending.REPLIED, reply=reply, seconds=seconds) for reply, seconds in attempt.replies
        ]
        notices = notices or attempt.notices
        load_failure = load_failure or attempt.load_failure
        modules = modules or attempt.modules
        tainted = tainted or attempt.ending not in (None, Ending.LOAD_FAILED) or not attempt.clean
        if attempt.ending is None:
            continue
        failed = CaseOutcome(ending=attempt.ending, reason=attempt.reason, seconds=attempt.stalled_seconds)
        if attempt.ending is Ending.VIOLATION:
            # Whoever breaks the grammar may have written every reply so far.
            outcomes = [failed] * count
        elif attempt.ending in _FINAL or len(outcomes) == count:
            outcomes += [failed] * (count - len(outcomes))
            if attempt.done:
                outcomes[-1] = failed  # a limit broke while the last answers were on their way
        else:
            check = task.check_of(len(outcomes))
            outcomes.append(failed)
            deaths[check] = deaths.get(check, 0) + (1 if attempt.ending is Ending.DIED else MAX_DEATHS_PER_CHECK)
            if deaths[check] >= MAX_DEATHS_PER_CHECK:
                left = task.first_case_of(check + 1) - len(outcomes)
                outcomes += [CaseOutcome(ending=Ending.SKIPPED, reason=attempt.reason)] * left
    return Observation(
        cases=tuple(outcomes),
        load_failure=load_failure,
        notices=tuple(notices),
        modules=modules,
        stdout=stdout.text(),
        stderr=stderr.text(),
        seconds=clock() - began,
        tainted=tainted,
        facts=host.facts,
    )


def questions_of(task: Task) -> Questions:
    """Return the part of a task that does not depend on the submission."""
    return Questions(
        checks_source=task.checks_source,
        checks=task.checks,
        cases=task.cases,
        simulated=task.simulated,
        device=task.device,
        on_cpu=task.on_cpu,
    )


def _fill(
    result: Attempt,
    task: Task,
    host: Host,
    session: Session,
    total_deadline: float,
    stdout: OutputKeeper,
    stderr: OutputKeeper,
) -> None:
    """Run one child from ``result.start``, and decide what ended it."""
    job = Job(
        nonce=secrets.token_bytes(NONCE_BYTES),
        files=task.files,
        entry_points=task.entry_points,
        start=result.start,
        list_modules=task.list_modules,
        **host.job_options(task),  # type: ignore[arg-type] # a runner's own fields of Job
    )
    try:
        session.attempt(
            job,
            questions_of(task),
            result,
            limits=task.limits,
            total_deadline=total_deadline,
            stdout=stdout,
            stderr=stderr,
        )
    except SandboxFailed as error:
        blamed = host.loss_blamed_on_submission(error)
        if blamed is None:
            raise
        result.blame(*blamed)
    hit = host.limit_hit()
    if hit is not None and hit[0] is Ending.PROCESS_LIMIT and result.ending is None:
        hit = None  # it was refused a process, and could do without: libraries ask for more threads than they need
    if hit is not None and result.ending not in (Ending.VIOLATION, Ending.OUTPUT_LIMIT):
        # The counters are the better witness: a killed helper process looks like a crash or a hang from outside.
        result.ending, result.reason = hit
