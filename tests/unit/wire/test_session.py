"""What a session sends a supervisor: the questions once, and each job by their number."""

from __future__ import annotations

import json

import pytest

from torchgrade.sandbox import session as module
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.output import OutputKeeper
from torchgrade.sandbox.session import Attempt, Session
from torchgrade.sandbox.wire import COUNT, FRAME_HEADER, ChildKind, Control, Report, child_frame, frame
from torchgrade.sandbox.worker.job import Errand, Job, Questions, errand_from_bytes, questions_from_bytes


class Supervisor:
    """A channel to a supervisor that keeps its questions, and whose children answer each case with its own bytes."""

    def __init__(self) -> None:
        self.kept: dict[int, Questions] = {}
        self.sent: list[Control] = []
        self._heard = b""
        self._says = b""

    def write(self, data: memoryview) -> int:
        self._heard += data
        while len(self._heard) >= FRAME_HEADER.size:
            _, kind, length = FRAME_HEADER.unpack_from(self._heard)
            payload = self._heard[FRAME_HEADER.size : FRAME_HEADER.size + length]
            self._heard = self._heard[FRAME_HEADER.size + length :]
            self.sent.append(Control(kind))
            if kind == Control.QUESTIONS:
                (number,) = COUNT.unpack_from(payload)
                self.kept = {} if number == 0 else self.kept
                self.kept[number] = questions_from_bytes(payload[COUNT.size :])
            elif kind == Control.JOB:
                self._answer(errand_from_bytes(payload))
        return len(data)

    def _answer(self, errand: Errand) -> None:
        nonce = errand.nonce
        said = child_frame(nonce, ChildKind.LOADED, 0)
        for index, case in enumerate(self.kept[errand.questions].cases):
            said += child_frame(nonce, ChildKind.REPLY, index, case)
        said += child_frame(nonce, ChildKind.DONE, 0)
        facts = {"nonce": nonce.hex(), "exit_code": 0, "signal": None, "clean": True}
        self._says += frame(Report.CHILD, said) + frame(Report.EXITED, json.dumps(facts).encode())

    def read(self) -> bytes:
        said, self._says = self._says, b""
        return said

    def wait(self, *, to_write: bool, seconds: float) -> None:
        raise AssertionError("everything is answered at once")


def ask(session: Session, questions: Questions) -> list[bytes]:
    job = Job(nonce=bytes(16), files=(), entry_points={})
    result = Attempt(start=0)
    session.attempt(
        job, questions, result, limits=Limits(), total_deadline=1e9, stdout=OutputKeeper(), stderr=OutputKeeper()
    )
    assert result.ending is None, result.reason
    return [reply for reply, _ in result.replies]


def about(name: str, size: int = 1) -> Questions:
    return Questions(checks_source=name, checks=((name, 1),), cases=(name.encode() * size,))


def test_questions_cross_the_wall_once() -> None:
    supervisor = Supervisor()
    session = Session(supervisor, lambda: 0.0)

    answers = [ask(session, about(name)) for name in "abab"]

    assert [[b"a"], [b"b"], [b"a"], [b"b"]] == answers
    q, j = Control.QUESTIONS, Control.JOB
    assert [q, j, q, j, j, j] == supervisor.sent


def test_a_new_supervisor_is_sent_them_again() -> None:
    supervisors = [Supervisor(), Supervisor()]

    assert [[[b"a"]], [[b"a"]]] == [[ask(Session(one, lambda: 0.0), about("a"))] for one in supervisors]


@pytest.mark.parametrize(("limit", "value"), [("MAX_KEPT_QUESTIONS", 2), ("MAX_KEPT_BYTES", 25)])
def test_a_supervisor_never_keeps_more_than_it_may(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    monkeypatch.setattr(module, limit, value)
    supervisor = Supervisor()
    session = Session(supervisor, lambda: 0.0)

    for name in "abcabcba":
        assert [name.encode() * 10] == ask(session, about(name, 10))
        assert len(supervisor.kept) <= 2


def test_questions_that_are_more_than_may_be_kept_are_asked_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_KEPT_BYTES", 5)
    supervisor = Supervisor()
    session = Session(supervisor, lambda: 0.0)

    assert [[b"a" * 10], [b"b"], [b"a" * 10]] == [
        ask(session, about(*words)) for words in (("a", 10), ("b", 1), ("a", 10))
    ]
