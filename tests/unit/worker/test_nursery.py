"""Supervisors are forked from one process that imported torch, and come and go like processes of their own."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from torchgrade.graders.packs import load_catalog
from torchgrade.graders.plan import plan_problem
from torchgrade.sandbox.nursery import Nursery, can_fork
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import Ending, JobFile, Observation, SandboxFailed

PACK = Path(__file__).parents[2] / "attacks" / "pack"
pytestmark = pytest.mark.skipif(not can_fork(), reason="without fork and pidfd every supervisor imports torch itself")


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    with closing(Nursery()) as nursery:
        yield nursery


def observe(runner: ProcessRunner, source: str) -> Observation:
    plan = plan_problem(load_catalog([PACK]).problem("wall/double"), seed=3)
    sandbox = runner.sandbox("anybody")
    try:
        return sandbox.observe(plan.task([JobFile(name="double.py", source=source)], {"double": "double.py"}))
    finally:
        sandbox.close()


def descendants() -> dict[int, str]:
    """Return the command lines of all our living descendants by process id."""
    found: dict[int, str] = {}
    waiting = [os.getpid()]
    while waiting:
        pid = waiting.pop()
        try:
            children = [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        except OSError:
            continue
        waiting += children
        for child in children:
            try:
                found[child] = Path(f"/proc/{child}/cmdline").read_text().replace("\0", " ")
            except OSError:
                continue
    return {pid: words for pid, words in found.items() if "sandbox/worker/__main__.py" in words}


def test_two_runners_share_one_import_of_torch(nursery: Nursery) -> None:
    before = descendants().keys()
    with closing(ProcessRunner(nursery=nursery)) as one, closing(ProcessRunner(nursery=nursery)) as other:
        workers = [one.take(), one.take(), other.take()]
        assert 1 + 3 == len(descendants().keys() - before)  # the nursery and its three
        workers[0].close()
        assert 1 + 2 == len(descendants().keys() - before)
    nursery.close()
    assert descendants().keys() == before


def test_a_nursery_that_still_imports_torch_does_not_hold_up_the_end() -> None:
    before = descendants().keys()
    nursery = Nursery()
    runner = ProcessRunner(nursery=nursery)
    runner.start_early()
    running = nursery._running
    runner.close()
    nursery.close()
    assert running is not None
    assert -signal.SIGKILL == running.process.returncode
    assert descendants().keys() == before


def test_a_nursery_that_was_killed_is_replaced(nursery: Nursery) -> None:
    with closing(ProcessRunner(nursery=nursery)) as runner:
        first = runner.take()
        assert nursery._running is not None
        os.kill(nursery._running.process.pid, signal.SIGKILL)
        second = runner.take()
        assert first.facts == second.facts


def test_a_nursery_that_was_stopped_goes_on(nursery: Nursery) -> None:
    with closing(ProcessRunner(nursery=nursery)) as runner:
        first = runner.take()
        assert nursery._running is not None
        os.kill(nursery._running.process.pid, signal.SIGSTOP)
        assert first.facts == runner.take().facts


def cpu_of_children() -> float:
    """Return user and system time, as ``process_time`` does: the kernel guesses at how it divides them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_the_cpu_time_of_every_child_adds_up() -> None:
    """What the benchmarks measure: a child's time reaches us through its supervisor and the nursery."""
    before = cpu_of_children()
    with closing(ProcessRunner()) as runner:
        runner.take().close()
        idle = cpu_of_children() - before
        busy = "import time\nwhile time.process_time() < 1.5:\n    pass\n\ndef double(x):\n    return x * 2\n"
        observe(runner, busy)
    assert 0 == idle  # nobody has been waited for yet
    assert cpu_of_children() - before > 1.4


def test_without_pidfds_every_supervisor_imports_torch_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(pid: int) -> int:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("os.pidfd_open", refused)
    with closing(ProcessRunner()) as runner:
        observation = observe(runner, "def double(x):\n    return x * 2\n")
    assert {Ending.REPLIED} == {case.ending for case in observation.cases}


def test_torch_that_cannot_be_imported_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "torch.py").write_text("raise ImportError('no torch here')\n")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    with closing(ProcessRunner()) as runner, pytest.raises(SandboxFailed, match="no torch here"):
        runner.take()
