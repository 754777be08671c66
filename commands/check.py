"""``torchgrade check``: a student's own check, in a terminal or from a notebook."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from torchgrade.commands import solved
from torchgrade.commands.catalog import catalog
from torchgrade.commands.console import out, say
from torchgrade.commands.exits import Exit, UsageError
from torchgrade.graders.codec import to_builtins
from torchgrade.graders.intake import read_paths
from torchgrade.graders.local_check import check_problem, rest_of_points
from torchgrade.graders.locate import Located, locate
from torchgrade.graders.packs import Catalog
from torchgrade.graders.plan import PUBLIC_SEED
from torchgrade.graders.problem import Problem
from torchgrade.graders.results import ProblemResult, ProblemStatus, Verdict
from torchgrade.graders.submission import Submission
from torchgrade.graders.text import Language
from torchgrade.reports.terminal import problem_result
from torchgrade.sandbox.process import ProcessRunner


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """The flags of ``check``, parsed."""

    paths: tuple[Path, ...]
    problem: str | None = None
    packs: tuple[Path, ...] = ()
    watch: bool = False
    seed: int = PUBLIC_SEED
    language: Language = "en"
    format: str = "text"


def run(options: CheckOptions) -> Exit:
    """Check files, once or (``--watch``) again after every change."""
    if not options.watch:
        return check_once(options)
    code = Exit.OK
    seen = None
    try:
        while True:
            now = _stamps(options.paths)
            if now != seen:
                seen = now
                code = check_once(options)
                say("watching for changes; press Ctrl-C to stop")
            time.sleep(0.5)
    except KeyboardInterrupt:
        return code


def check_once(options: CheckOptions) -> Exit:
    """Check files once and print what came of it."""
    runner = ProcessRunner()
    runner.start_early()  # torch is imported in the worker while the rest of us is
    try:
        problems = catalog(options.packs)
        submission = read_paths(options.paths or (Path(),))
        wanted = [problems.problem(options.problem)] if options.problem else recognise(problems, submission)
        results = [(problem, check_problem(problem, submission, runner, seed=options.seed)) for problem in wanted]
    finally:
        runner.close()
    for problem, result in results:
        solved.note(Path(), problem, solved=is_right(result))
    show_results(results, submission, options)
    return Exit.OK if all(is_right(result) for _, result in results) else Exit.FAILED


def recognise(problems: Catalog, submission: Submission) -> list[Problem]:
    """Return the problems whose entry points a submission defines. Raises UsageError when there are none."""
    stems = {Path(file.name).stem.replace("-", "_").lower() for file in submission.files}
    stems |= {Path(fault.file).stem.replace("-", "_").lower() for fault in submission.faults if fault.file}
    by_name = [name for name in problems.ids if name.split("/")[1].replace("-", "_") in stems]
    if by_name:
        return [problems.problem(name) for name in by_name]
    found = []
    for name in problems.ids:
        problem = problems.problem(name)
        if isinstance(locate(problem, submission), Located):
            found.append(problem)
    if not found:
        if submission.faults:
            raise UsageError(submission.faults[0].message.en)
        raise UsageError(
            "no file here is named after a problem or defines its entry points; name the problem with --problem ID "
            "(torchgrade list shows all)"
        )
    return found


def show_results(
    results: Sequence[tuple[Problem, ProblemResult]], submission: Submission, options: CheckOptions
) -> None:
    """Print the results as text or JSON, and to stderr what the submission's files made us say."""
    for notice in submission.notices:
        say(f"note: {notice}")
    if options.format == "json":
        print(json.dumps([to_builtins(result) for _, result in results], ensure_ascii=False, indent=2))  # noqa: T201
        return
    console = out()
    for problem, result in results:
        hint = problem.hints[0] if problem.hints and not is_right(result) else None
        shown = problem_result(
            result,
            title=problem.title,
            hint=hint,
            when_solved=rest_of_points(problem),
            language=options.language,
        )
        console.print(shown)


def is_right(result: ProblemResult) -> bool:
    """Return whether everything that was asked is right."""
    return result.status is ProblemStatus.GRADED and all(check.verdict is Verdict.PASSED for check in result.checks)


def _stamps(paths: Sequence[Path]) -> list[tuple[str, int]]:
    files = [file for path in paths for file in (path.rglob("*") if path.is_dir() else [path])]
    return sorted((str(file), file.stat().st_mtime_ns) for file in files if file.is_file())
