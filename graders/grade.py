"""Grade a class: every submission against every problem, each result in the journal as soon as it is known.

Theory of operation. The plan is drawn once from the run's seed and the reference observed once. Submissions with the
same content share one key in the journal and run once. Slots (threads) take keys one by one; a slot borrows a sandbox
for a submission, asks problem after problem, and commits each. A sandbox that fails is our fault: the problem is tried
again in a fresh one, and after that it is ``not_graded``, which the next run of the same command tries again.
"""

from __future__ import annotations

import hashlib
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from torchgrade.graders.diagnosis import diagnose
from torchgrade.graders.gpu import Asked, asked_on_cpu
from torchgrade.graders.journal import Journal, Recorded
from torchgrade.graders.judging import (
    BrokenJudge,
    judge_problem,
    missing_problem,
    not_graded_problem,
    rejected_problem,
)
from torchgrade.graders.locate import Located, locate
from torchgrade.graders.oracle import BrokenReference, Oracle
from torchgrade.graders.packs.mistakes import PackError
from torchgrade.graders.plan import ProblemPlan, job_files
from torchgrade.graders.problem import Assignment, Problem
from torchgrade.graders.results import (
    ProblemResult,
    ProblemStatus,
    RuleResult,
    SubmissionResult,
    SubmissionStatus,
    Verdict,
)
from torchgrade.graders.rules import check_rules
from torchgrade.graders.score import late_days, max_score, submission_score
from torchgrade.graders.submission import Intake, Submission
from torchgrade.sandbox.protocol import Observation, Runner, Sandbox, SandboxFailed, Task

TRIES = 3


class Progress(Protocol):
    """Who wants to hear how far a run is. Called from several threads, one at a time."""

    def finished(self, result: SubmissionResult, *, resumed: bool) -> None:
        """Take note of one student's result."""
        ...


class Interrupted(Exception):
    """The run was stopped from outside; everything known is in the journal."""


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that grading a class needs, ready to go."""

    assignment: Assignment
    plans: tuple[ProblemPlan, ...]
    oracle: Oracle
    runner: Runner
    journal: Journal
    on_gpu: Mapping[str, Asked] = field(default_factory=dict)  # by problem, where a GPU is asked

    def asked(self, plan: ProblemPlan) -> Asked:
        """Return how a problem is asked, and what is right."""
        return self.on_gpu.get(plan.problem.id) or asked_on_cpu(plan, self.oracle.expected(plan))


def plan_digest(assignment: Assignment, facts: Mapping[str, str]) -> str:
    """Return the identity of what is asked: another digest in the same folder is another run.

    Submissions are left out on purpose: a student who hands in again is graded again by the same command.
    """
    digest = hashlib.sha256()
    digest.update(repr((assignment.id, assignment.due, assignment.late, sorted(facts.items()))).encode())
    for assigned in assignment.problems:
        digest.update(f"\n{assigned.problem.id} {assigned.weight} {assigned.problem.digest}".encode())
    return digest.hexdigest()


def results_key(submission: Submission) -> str:
    """Return what submissions must have in common to share their results: the same files, with the same faults.

    The files alone don't decide: a link or a twin that was refused is none of them, and neither is a PDF beside them.
    """
    if not submission.faults:
        return submission.sha256
    faults = repr([(fault.kind, fault.file, fault.message) for fault in submission.faults])
    return hashlib.sha256(f"{submission.sha256}\n{faults}".encode("utf-8", "backslashreplace")).hexdigest()


def left_to_grade(journal: Journal, assignment: Assignment, intake: Intake) -> int:
    """Return how many different submissions have no result yet for some problem."""
    keys = {results_key(submission) for submission in intake.submissions}
    return sum(not _is_complete(journal.recorded(key), assignment) for key in keys)


def _is_complete(known: Mapping[str, Recorded], assignment: Assignment) -> bool:
    return all(assigned.problem.id in known for assigned in assignment.problems)


def students_of(intake: Intake) -> list[str]:
    """Return everybody who is to get a result, sorted."""
    return sorted({one.student for one in intake.submissions} | {one.student for one in intake.missing})


def grade(run: Run, intake: Intake, *, jobs: int, progress: Progress, stop: threading.Event | None = None) -> None:
    """Grade everybody who has no result yet. Raises Interrupted when ``stop`` was set before the end."""
    stop = stop or threading.Event()
    tell = threading.Lock()

    def finish(result: SubmissionResult, *, resumed: bool = False) -> None:
        run.journal.record_submission(result)
        with tell:
            progress.finished(result, resumed=resumed)

    for student in intake.missing:
        finish(_missing(run, student.student))
    groups: dict[str, list[Submission]] = {}
    for submission in intake.submissions:
        groups.setdefault(results_key(submission), []).append(submission)
    waiting = list(groups.items())

    def work(key: str, same: Sequence[Submission]) -> None:
        known = run.journal.recorded(key)
        resumed = _is_complete(known, run.assignment)
        results = _grade_problems(run, key, same[0], known, stop)
        if results is None:
            return
        for submission in same:
            finish(submission_result(run.assignment, submission, results), resumed=resumed)

    with ThreadPoolExecutor(max_workers=jobs, thread_name_prefix="slot") as pool:
        running: set[Future[None]] = set()
        try:
            for key, same in waiting:
                if stop.is_set():
                    break
                running.add(pool.submit(work, key, same))
                if len(running) >= 2 * jobs:
                    running = _collect(running)
            while running:
                running = _collect(running)
        except BaseException:
            stop.set()
            raise
    if stop.is_set():
        raise Interrupted


def _collect(running: set[Future[None]]) -> set[Future[None]]:
    """Wait for at least one piece of work; raise what it raised. Waiting in short turns lets Ctrl-C through."""
    done: set[Future[None]] = set()
    while not done:
        done, _ = wait(running, timeout=0.5, return_when=FIRST_COMPLETED)
    for future in done:
        future.result()
    return running - done


def _grade_problems(
    run: Run, key: str, submission: Submission, known: Mapping[str, Recorded], stop: threading.Event
) -> list[Recorded] | None:
    """Return all problems' results, from the journal where it has them. None when the run was stopped on the way."""
    results: list[Recorded] = []
    slot = _Slot(run.runner, submission.student)
    try:
        for plan in run.plans:
            recorded = known.get(plan.problem.id)
            if recorded is None:
                if stop.is_set():
                    return None
                result, seconds = grade_problem(run, plan, submission, slot.observe)
                run.journal.record(key, result, seconds)
                recorded = Recorded(result, seconds)
            results.append(recorded)
    finally:
        slot.close()
    return results


class _Slot:
    """One submission's sandbox, replaced when it fails."""

    def __init__(self, runner: Runner, label: str) -> None:
        self._runner = runner
        self._label = label
        self._sandbox: Sandbox | None = None

    def observe(self, task: Task) -> Observation:
        """Observe in the submission's sandbox, in a fresh one after a failure, at most TRIES times."""
        for attempt in range(1, TRIES + 1):
            try:
                if self._sandbox is None:
                    self._sandbox = self._runner.sandbox(self._label)
                return self._sandbox.observe(task)
            except SandboxFailed:
                self.close()
                if attempt == TRIES:
                    raise
        raise AssertionError("unreachable")

    def close(self) -> None:
        """Give the sandbox back."""
        if self._sandbox is not None:
            sandbox, self._sandbox = self._sandbox, None
            sandbox.close()


def grade_problem(
    run: Run, plan: ProblemPlan, submission: Submission, observe: Callable[[Task], Observation]
) -> tuple[ProblemResult, float]:
    """Return one problem's result and its wall seconds."""
    try:
        return _judged(run, plan, submission, observe)
    except (BrokenReference, PackError):
        raise  # the author's mistake concerns everybody
    except SandboxFailed as error:
        return not_graded_problem(plan.problem, str(error)), 0.0
    except BrokenJudge as error:
        # The author's mistake, but one answer may bring it out, and must not end the run for everybody. What the judge
        # returned is not repeated: it may be the answer.
        reason = f"the judge of {error.check} returned something that is no judgement; torchgrade validate says more"
        return not_graded_problem(plan.problem, reason), 0.0
    except Exception as error:  # noqa: BLE001 - whatever it is, it is ours
        # A mistake of ours that this one submission met. It must not end the class's run, nor cost or earn a point.
        return not_graded_problem(plan.problem, _own_mistake(error)), 0.0


def _judged(
    run: Run, plan: ProblemPlan, submission: Submission, observe: Callable[[Task], Observation]
) -> tuple[ProblemResult, float]:
    problem = plan.problem
    located = locate(problem, submission)
    if not isinstance(located, Located):
        return rejected_problem(problem, located[0]), 0.0
    rules = rules_of(problem, submission, located)
    asked = run.asked(plan)
    observation = observe(
        plan.task(job_files(submission.files), located.files, device=asked.device, on_cpu=asked.on_cpu)
    )
    result = judge_problem(asked.plan, asked.expected, observation, rules)
    return with_diagnosis(result, plan, run.oracle, observation, asked), observation.seconds


def _own_mistake(error: Exception) -> str:
    """Return what to report. The error's own words may be the submission's, so they are not repeated."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}, line {frame.lineno}, in {frame.name}"
    return f"a mistake of torchgrade's own ({type(error).__name__} in {where}); please report it with this submission"


def rules_of(problem: Problem, submission: Submission, located: Located) -> tuple[RuleResult, ...]:
    """Return what reading the submission's files says about the problem's source rules."""
    sources = {file.name: file.source for file in submission.files}
    return check_rules(problem.rules, sources=sources, located=located.files)


def with_diagnosis(
    result: ProblemResult, plan: ProblemPlan, oracle: Oracle, observation: Observation, asked: Asked | None = None
) -> ProblemResult:
    """Return the result with the known mistakes that explain it, if some answer was wrong."""
    if all(check.verdict not in (Verdict.FAILED, Verdict.ERROR, Verdict.BLOCKED) for check in result.checks):
        return result
    asked = asked or asked_on_cpu(plan, oracle.expected(plan))
    # The mistakes answered on the CPU, wherever the submission did.
    return replace(result, diagnosis=diagnose(asked.blind, asked.expected, observation, oracle.mistakes(plan)))


def submission_result(assignment: Assignment, submission: Submission, recorded: Sequence[Recorded]) -> SubmissionResult:
    """Return a student's result from the results of all problems."""
    problems = tuple(one.result for one in recorded)
    late = late_days(submission.submitted, assignment.due)
    notices = [*submission.notices, *(fault.message.en for fault in submission.faults)]
    return SubmissionResult(
        student=submission.student,
        path=submission.path.name,
        sha256=submission.sha256,
        status=_status(submission, problems),
        late_days=late,
        score=submission_score(assignment, problems, late_days=late),
        max_score=max_score(assignment),
        seconds=round(sum(one.seconds for one in recorded), 3),
        notices=tuple(notices),
        problems=problems,
    )


def _status(submission: Submission, problems: Sequence[ProblemResult]) -> SubmissionStatus:
    if any(problem.status is ProblemStatus.NOT_GRADED for problem in problems):
        return SubmissionStatus.NOT_GRADED
    if any(fault.file is None for fault in submission.faults):
        return SubmissionStatus.REJECTED
    return SubmissionStatus.GRADED


def _missing(run: Run, student: str) -> SubmissionResult:
    return SubmissionResult(
        student=student,
        path=None,
        sha256=None,
        status=SubmissionStatus.MISSING,
        late_days=0,
        score=0,
        max_score=max_score(run.assignment),
        seconds=0.0,
        notices=(),
        problems=tuple(missing_problem(plan.problem) for plan in run.plans),
    )
