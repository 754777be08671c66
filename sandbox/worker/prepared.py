"""Questions made ready before the fork, so that not every child has to read, compile and build the same again.

The supervisor compiles the text of checks.py and never runs it. The tensors of the cases are built by our own code, as
small, single-threaded copies, after which a fork is as safe as before. Each child has its own copy of all of it.
"""

from __future__ import annotations

from types import CodeType

from torchgrade.problems.values import Value
from torchgrade.sandbox.decode import decode
from torchgrade.sandbox.worker.job import Questions
from torchgrade.sandbox.worker.tensors import to_torch

CHECKS_FILE = "<checks>"
# Larger cases are built when they are asked: kept ready, they would take three times their size of the container's
# memory, and building one costs little beside what a submission does with it.
MAX_READY_BYTES = 4 * 1024 * 1024

Case = tuple[dict[str, Value], dict[str, object]]


class Prepared:
    """The questions of one problem, compiled and built."""

    def __init__(self, questions: Questions) -> None:
        self.questions = questions
        self._code = _compiled(questions.checks_source)
        is_ready = questions.device == "cpu" and sum(map(len, questions.cases)) <= MAX_READY_BYTES
        self._ready = [_built_or_none(encoded) for encoded in questions.cases] if is_ready else []

    def code(self) -> CodeType:
        """Return the code of checks.py. Raises what compiling it raises."""
        return self._code or compile(self.questions.checks_source, CHECKS_FILE, "exec")

    def take(self, index: int, device: str) -> Case:
        """Return a case as plain values and with tensors on ``device``. To be asked once for each: nothing is kept."""
        if self._ready:
            ready, self._ready[index] = self._ready[index], None
            if ready is not None:
                return ready
        return _built(self.questions.cases[index], device)


def _built_or_none(encoded: bytes) -> Case | None:
    try:
        return _built(encoded, "cpu")
    except Exception:  # noqa: BLE001 - the child will meet the same error, where it matters
        return None


def _built(encoded: bytes, device: str) -> Case:
    """Return an encoded case as plain values, and with torch tensors in their place."""
    plain = decode(encoded, layouts=True)
    assert isinstance(plain, dict)
    return plain, {name: to_torch(value, device) for name, value in plain.items()}


def _compiled(source: str) -> CodeType | None:
    try:
        return compile(source, CHECKS_FILE, "exec")
    except Exception:  # noqa: BLE001 - the child will meet the same error, where it matters
        return None
