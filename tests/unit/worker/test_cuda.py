"""The worker and CUDA, as far as it can be seen without a GPU: who starts it, who never does, and who leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from torchgrade.problems.kit import Probe
from torchgrade.sandbox.worker import child, cuda
from torchgrade.sandbox.worker.job import Job, Questions, errand_from_bytes, job_from_bytes, questions_from_bytes
from torchgrade.sandbox.worker.loader import Solution
from torchgrade.sandbox.worker.prepared import Prepared

JOB = Job(nonce=b"n" * 16, files=(), entry_points={}, start=1, gpu_mib=512, fresh=True)
QUESTIONS = Questions(
    checks_source="",
    checks=(("first", 2), ("second", 2)),
    cases=(b"a", b"b", b"c", b"d"),
    device="cuda",
    on_cpu=(2,),
)

# A supervisor that must warm modules and start a child, in a torch whose CUDA can't be started unseen.
SUPERVISOR = """
import os, sys
from pathlib import Path
import torch

def started(*_):
    os.write(2, b"CUDA was started")
    os._exit(9)

torch.cuda._lazy_init = torch.cuda.init = started
if hasattr(torch._C, "_cuda_init"):
    torch._C._cuda_init = started

from torchgrade.sandbox.worker import supervisor
supervisor.main()
"""


def test_a_job_brings_its_gpu_fields_across() -> None:
    payload = JOB.to_bytes(7)

    assert JOB == job_from_bytes(payload)
    assert (7, True) == (errand_from_bytes(payload).questions, errand_from_bytes(payload).fresh)
    assert QUESTIONS == questions_from_bytes(QUESTIONS.to_bytes())


def test_the_supervisor_never_starts_cuda() -> None:
    from torchgrade.sandbox.wire import FRAME_HEADER, Control, Report, frame

    commands = frame(Control.WARM, b'["torch.nn.functional", "torch.utils.data", "torch.optim"]') + frame(Control.QUIT)
    done = subprocess.run(
        [sys.executable, "-c", SUPERVISOR], input=commands, capture_output=True, check=False, timeout=120
    )

    assert b"" == done.stderr
    assert 0 == done.returncode
    _, kind, length = FRAME_HEADER.unpack_from(done.stdout)
    assert Report.HELLO == kind
    _, kind, _ = FRAME_HEADER.unpack_from(done.stdout, FRAME_HEADER.size + length)
    assert Report.WARMED == kind


def test_the_trap_of_the_test_above_works() -> None:
    script = SUPERVISOR.replace("supervisor.main()", "torch.cuda.init()")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, timeout=120)

    assert (9, b"CUDA was started") == (done.returncode, done.stderr)


class Said:
    """A channel that remembers, and a process whose end is an exception."""

    def __init__(self) -> None:
        self.replies: list[tuple[int, bytes]] = []

    def say(self, _kind: object, index: int, payload: bytes) -> None:
        self.replies.append((index, payload))


class Left(Exception):
    """The child has left with this code."""


def answer(
    monkeypatch: pytest.MonkeyPatch, *, poisoned_after: int | None
) -> tuple[list[tuple[int, bytes]], int | None]:
    """Run a child's cases, each answered with its device; return the replies and the exit code if it left."""
    asked: list[str] = []

    def observe(_probe: object, _solution: object, _cases: object, _index: int, _number: int, device: str) -> bytes:
        asked.append(device)
        return device.encode()

    def leave(code: int) -> None:
        raise Left(code)

    monkeypatch.setattr(child, "observe", observe)
    monkeypatch.setattr(child, "_exit", leave)
    monkeypatch.setattr(cuda, "is_poisoned", lambda: len(asked) == poisoned_after)
    said = Said()
    probes = dict.fromkeys(("first", "second"), Probe("any", lambda: None, {}, ""))
    try:
        child._answer(JOB.start, said, Prepared(QUESTIONS), probes, Solution({}))  # type: ignore[arg-type] # a stand-in
    except Left as left:
        return said.replies, left.args[0]
    return said.replies, None


def test_some_cases_stay_on_the_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ([(1, b"cuda"), (2, b"cpu"), (3, b"cuda")], None) == answer(monkeypatch, poisoned_after=None)


def test_a_child_whose_context_is_broken_leaves_without_answering(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ([], cuda.POISONED) == answer(monkeypatch, poisoned_after=1)
    assert ([(1, b"cuda"), (2, b"cpu")], cuda.POISONED) == answer(monkeypatch, poisoned_after=3)


def test_a_case_on_the_cpu_asks_nothing_of_cuda(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (3, None) == (len(answer(monkeypatch, poisoned_after=2)[0]), None)


def test_a_context_is_broken_when_waiting_for_it_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    def raise_assert() -> None:
        raise RuntimeError("CUDA error: device-side assert triggered")

    monkeypatch.setattr(cuda, "_synchronize", raise_assert)
    assert cuda.is_poisoned()
    monkeypatch.setattr(cuda, "_synchronize", lambda: None)
    assert not cuda.is_poisoned()


def test_what_a_submission_set_is_put_back() -> None:
    torch.backends.cuda.matmul.allow_tf32 = True
    torch.backends.cudnn.allow_tf32 = True
    torch.backends.cudnn.deterministic = False
    torch.backends.cudnn.benchmark = True
    torch.set_autocast_enabled("cuda", True)

    cuda.reset(1)

    assert not torch.backends.cuda.matmul.allow_tf32
    assert not torch.backends.cudnn.allow_tf32
    assert torch.backends.cudnn.deterministic
    assert not torch.backends.cudnn.benchmark
    assert not torch.is_autocast_enabled("cuda")
    if torch.version.cuda is None:
        assert not torch.cuda.is_initialized()


def test_a_fresh_interpreter_whose_supervisor_is_gone_leaves() -> None:
    reader, writer = os.pipe()
    try:
        assert not child._is_deserted(writer)
        os.close(reader)
        assert child._is_deserted(writer)
    finally:
        os.close(writer)


def test_the_worker_is_all_that_the_scrubber_needs(tmp_path: Path) -> None:
    from torchgrade.sandbox.gpu.scrub import PROGRAM

    alone = tmp_path / "scrub.py"
    alone.write_bytes(PROGRAM.read_bytes())
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import runpy; runpy.run_path({str(alone)!r})"], capture_output=True, check=False
    )

    assert (0, b"") == (done.returncode, done.stderr)
