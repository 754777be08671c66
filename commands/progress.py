"""How far a run is: a bar with the time left on a terminal, one plain line for each student in a log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from torchgrade.commands.console import err, say
from torchgrade.graders import grade as engine
from torchgrade.graders.results import SubmissionResult


class NoProgress:
    """Say nothing."""

    def finished(self, result: SubmissionResult, *, resumed: bool) -> None:
        """Take no note."""


class PlainProgress:
    """One line for each student, in the order of finishing."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0

    def finished(self, result: SubmissionResult, *, resumed: bool) -> None:
        """Print a line."""
        self._done += 1
        score = "not graded" if result.score is None else f"{result.score}/{result.max_score}"
        how = "known from before" if resumed else f"{result.seconds:.1f} s"
        say(f"[{self._done}/{self._total}] {result.student}: {result.status}, {score} ({how})")


class BarProgress:
    """A bar with the time left."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._task = progress.add_task("grading", total=total)

    def finished(self, result: SubmissionResult, *, resumed: bool) -> None:
        """Move the bar."""
        self._progress.advance(self._task)


@contextmanager
def make_progress(kind: str, *, total: int) -> Iterator[engine.Progress]:
    """Return the progress that ``--progress`` asks for; ``auto`` is a bar on a terminal and lines elsewhere."""
    console = err()
    if kind == "none":
        yield NoProgress()
    elif kind == "plain" or not console.is_terminal:
        yield PlainProgress(total)
    else:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=console, transient=True) as progress:
            yield BarProgress(progress, total)
