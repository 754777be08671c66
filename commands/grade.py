"""``torchgrade grade``: a class from its folder to its reports."""

from __future__ import annotations

import os
import secrets
import signal
import tempfile
import threading
import uuid
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import torchgrade
from torchgrade.commands.catalog import assignment as find_assignment
from torchgrade.commands.console import out, say
from torchgrade.commands.exits import Exit, UsageError
from torchgrade.commands.progress import make_progress
from torchgrade.commands.runners import open_gpus, open_runner
from torchgrade.graders import grade as engine
from torchgrade.graders.gpu import Asked
from torchgrade.graders.gpu_oracle import ask_on_gpu
from torchgrade.graders.intake import read_submissions
from torchgrade.graders.journal import Journal
from torchgrade.graders.oracle import Oracle, warm_modules
from torchgrade.graders.plan import ProblemPlan, plan_problem
from torchgrade.graders.problem import Assignment
from torchgrade.graders.results import Results, RunInfo, SubmissionResult, SubmissionStatus
from torchgrade.graders.submission import Intake
from torchgrade.graders.text import Language
from torchgrade.reports.files import FORMATS, write_all
from torchgrade.reports.terminal import class_summary
from torchgrade.sandbox.nursery import Nursery
from torchgrade.sandbox.process import NOT_A_WALL, ProcessRunner

if TYPE_CHECKING:
    from torchgrade.sandbox.gpu.pool import GpuPool


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeOptions:
    """The flags of ``grade``, parsed."""

    submissions: Path
    assignment: str
    out: Path
    packs: tuple[Path, ...] = ()
    runner: str = "docker"
    isolation: str = "container"
    device: str = "cpu"
    jobs: int | None = None
    seed: int | None = None
    layout: str = "auto"
    fail_under: float | None = None
    due: str | None = None
    progress: str = "auto"
    language: Language = "en"


def run(options: GradeOptions) -> Exit:
    """Grade a class and write its reports."""
    intake = read_submissions(options.submissions, layout=options.layout)
    for notice in intake.notices:
        say(f"note: {notice}")
    assignment, results = grade_into(options.out, options, intake)
    write_reports(options.out, results, assignment)
    out().print(class_summary(results, language=options.language))
    say(f"reports: {options.out / 'index.html'}, results.json, grades.csv, junit.xml")
    return exit_code(results.submissions, options.fail_under)


def run_in_memory(options: GradeOptions, intake: Intake) -> tuple[Assignment, Results]:
    """Grade without leaving anything behind: the journal lives in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="torchgrade-") as folder:
        return grade_into(Path(folder), options, intake)


def grade_into(folder: Path, options: GradeOptions, intake: Intake) -> tuple[Assignment, Results]:
    """Grade everybody who has no result in the folder's journal yet; return what the journal then holds."""
    assignment = _with_due(find_assignment(options.assignment, options.packs), options.due)
    facts = {
        "runner": options.runner,
        "isolation": options.isolation,
        "device": options.device,
        "torchgrade": torchgrade.__version__,
        "torch": torch_version(),
    }
    with Journal.open(folder) as journal:
        info = journal.begin(
            _new_run(options, assignment), engine.plan_digest(assignment, facts), engine.students_of(intake)
        )
        if options.seed is not None and info.seed != options.seed:
            raise UsageError(
                f"{folder} holds a run with seed {info.seed}; give that seed, none at all, or another --out"
            )
        _grade(options, assignment, intake=intake, journal=journal, info=info)
        finished = journal.finish(datetime.now(UTC).isoformat(timespec="seconds"))
        return assignment, Results(run=finished, submissions=journal.submissions())


def _grade(options: GradeOptions, assignment: Assignment, *, intake: Intake, journal: Journal, info: RunInfo) -> None:
    jobs = options.jobs or usable_cpus()
    if options.runner == "process":
        say(f"note: {NOT_A_WALL}")
    with closing(Nursery()) as nursery, closing(ProcessRunner(nursery=nursery)) as trusted:
        trusted.start_early()
        oracle = Oracle(trusted)
        limits = [assigned.problem.limits for assigned in assignment.problems]
        stop = threading.Event()
        with open_gpus(options, stop) as gpus:
            jobs = jobs if gpus is None else min(jobs, len(gpus.gpus))
            left = engine.left_to_grade(journal, assignment, intake)
            with open_runner(options, limits=limits, jobs=jobs, gpus=gpus, nursery=nursery, expected=left) as runner:
                # Drawn while torch is imported, for the oracle and in the first containers.
                plans = _draw_and_observe(assignment, info.seed, oracle)
                runner.warm(warm_modules([oracle.expected(plan) for plan in plans]))
                on_gpu = {} if gpus is None else _references_on_gpu(plans, oracle, gpus)
                with (
                    make_progress(options.progress, total=len(engine.students_of(intake))) as progress,
                    stop_on_signals(stop),
                ):
                    everything = engine.Run(assignment, plans, oracle, runner, journal, on_gpu)
                    engine.grade(everything, intake, jobs=jobs, progress=progress, stop=stop)


def _draw_and_observe(assignment: Assignment, seed: int, oracle: Oracle) -> tuple[ProblemPlan, ...]:
    """Draw the cases of every problem; while the next one's are drawn, its reference is observed."""
    pool = ThreadPoolExecutor(1, thread_name_prefix="oracle")
    try:
        plans, observed = [], []
        for assigned in assignment.problems:
            plans.append(plan_problem(assigned.problem, seed=seed))
            observed.append(pool.submit(oracle.expected, plans[-1]))
        for one in observed:
            one.result()  # raises what went wrong
    finally:
        pool.shutdown(cancel_futures=True)
    return tuple(plans)


def _references_on_gpu(plans: Sequence[ProblemPlan], oracle: Oracle, gpus: GpuPool) -> Mapping[str, Asked]:
    """Observe the references on a GPU, in a process of our own whatever the runner: they enter no container."""
    with closing(ProcessRunner(gpus=gpus)) as runner:
        return ask_on_gpu(plans, oracle, runner, say)


def usable_cpus() -> int:
    """Return how many CPUs this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def stop_on_signals(stop: threading.Event) -> Iterator[None]:
    """Turn the first Ctrl-C or SIGTERM into an orderly stop; the second one ends at once."""
    previous: dict[int, object] = {}

    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()
        say("stopping after the problems that are running; press Ctrl-C again to stop at once")

    for one in (signal.SIGINT, signal.SIGTERM):
        previous[one] = signal.signal(one, ask_to_stop)
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)  # type: ignore[arg-type] # what signal.signal returned


def _new_run(options: GradeOptions, assignment: Assignment) -> RunInfo:
    return RunInfo(
        id=uuid.uuid4().hex,
        assignment=assignment.id,
        seed=options.seed if options.seed is not None else secrets.randbits(63),
        runner=options.runner,
        isolation=options.isolation if options.runner == "docker" else "none",
        device=options.device,
        engine="local",
        image=_image(options),
        torch=torch_version(),
        torchgrade=torchgrade.__version__,
        started=datetime.now(UTC).isoformat(timespec="seconds"),
        finished=None,
        complete=False,
    )


def _image(options: GradeOptions) -> str | None:
    """Return the id of the image that will be used. Raises SandboxFailed where there is no engine or no image."""
    if options.runner != "docker":
        return None
    from torchgrade.sandbox.docker.engine import Engine
    from torchgrade.sandbox.image.command import ensure_image

    engine_ = Engine()
    try:
        engine_.ping()
    finally:
        engine_.close()
    return ensure_image(options.device)


def torch_version() -> str:
    """Return torch's version without importing torch."""
    try:
        return version("torch")
    except PackageNotFoundError:
        return "not installed"


def _with_due(assignment: Assignment, due: str | None) -> Assignment:
    if due is None:
        return assignment
    try:
        moment = datetime.fromisoformat(due)
    except ValueError:
        raise UsageError(f"--due {due!r} is no ISO 8601 time; write it as 2026-12-01T23:59:00+09:00") from None
    if moment.tzinfo is None:
        raise UsageError(f"--due {due!r} has no time zone; write it as {due}+09:00")
    return replace(assignment, due=moment)


def write_reports(
    folder: Path, results: Results, assignment: Assignment | None, formats: Sequence[str] = FORMATS
) -> tuple[Path, ...]:
    """Write the wanted reports, with what the assignment adds where it is known."""
    titles = {one.problem.id: one.problem.title for one in assignment.problems} if assignment else None
    due_passed = bool(assignment and assignment.due and assignment.due <= datetime.now(UTC))
    return write_all(folder, results, formats=formats, titles=titles, due_passed=due_passed)


def exit_code(submissions: Sequence[SubmissionResult], fail_under: float | None) -> Exit:
    """Return the exit code of a graded class. Without a gate everything has to be right."""
    if any(one.status is SubmissionStatus.NOT_GRADED for one in submissions):
        return Exit.NOT_GRADED
    gate = 100.0 if fail_under is None else fail_under
    under = [one for one in submissions if percent(one) < gate]
    return Exit.FAILED if under else Exit.OK


def percent(result: SubmissionResult) -> float:
    """Return a submission's score in percent; an assignment without points counts as full marks."""
    return 100.0 * (result.score or 0) / result.max_score if result.max_score else 100.0
