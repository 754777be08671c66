"""Speak with one supervisor: one poll loop, absolute deadlines, limits decided here and nowhere else.

Theory of operation. ``Session.attempt`` sends one job and reads until the child has ended. Three deadlines are kept on
our monotonic clock: the import's, from the moment the job is sent; each case's, from the moment the case before it was
answered; and the total, over all attempts. Whichever limit is broken first is the cause, and stays the cause, whatever
arrives later. Then the supervisor is told KILL; if it does not confirm in time, the session is lost and its owner ends
the whole sandbox.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from torchgrade.sandbox.childstream import Broken, ChildStream, ReplyTooLarge, Step
from torchgrade.sandbox.limits import MAX_EVIDENCE_BYTES, MAX_OUTPUT_BYTES, Limits
from torchgrade.sandbox.output import OutputKeeper
from torchgrade.sandbox.protocol import Channel, Clock, Ending, SandboxFailed
from torchgrade.sandbox.wire import COUNT, FRAME_HEADER, FRAME_MAGIC, MAX_REPORT_BYTES, Control, Report, frame
from torchgrade.sandbox.worker.job import Job, Questions

KILL_GRACE_SECONDS = 5.0
# How long a child may take to leave after its last answer. Nothing that it could still say would be heard, so one that
# stays is ended without being blamed: its answers decide.
LEAVE_SECONDS = 2.0
SIGSYS = 31
# What a supervisor may keep of the questions that it was sent. It is a part of the sandbox's memory.
MAX_KEPT_QUESTIONS = 128
MAX_KEPT_BYTES = 16 * 1024 * 1024
_REPORTS = frozenset(int(kind) for kind in Report)


@dataclass(slots=True, kw_only=True)
class Attempt:
    """One child's run, filled in as it goes."""

    start: int
    heard: int = 0  # bytes of all replies, those to earlier children too
    replies: list[tuple[bytes, float]] = field(default_factory=list)
    ending: Ending | None = None  # the first cause, or None while all is well
    reason: str = ""
    load_failure: bytes | None = None
    notices: list[bytes] = field(default_factory=list)
    modules: bytes | None = None
    done: bool = False
    clean: bool = True
    stalled_seconds: float = 0.0  # how long the unanswered case had been running

    def blame(self, ending: Ending, reason: str) -> None:
        """Set the cause, unless there is one: the first cause wins."""
        if self.ending is None:
            self.ending, self.reason = ending, reason


class Session:
    """The host's end of one supervisor."""

    def __init__(self, channel: Channel, clock: Clock) -> None:
        self._channel = channel
        self._clock = clock
        self._buffer = bytearray()
        self._outgoing = memoryview(b"")
        self._kept: dict[Questions, int] = {}
        self.lost = False

    def hello(self, seconds: float, *, worker: str) -> dict[str, str]:
        """Wait for the supervisor's greeting. Raises SandboxFailed when it is late or not our version."""
        facts = self._expect(Report.HELLO, self._clock() + seconds)
        if facts.get("worker") != worker:
            self.lost = True
            raise SandboxFailed(
                "the worker in the sandbox is another version; rebuild the image: torchgrade image build"
            )
        return {name: str(value) for name, value in facts.items()}

    def warm(self, modules: list[str], seconds: float) -> None:
        """Have modules imported before any student code runs."""
        self._send(frame(Control.WARM, json.dumps(modules).encode()))
        self._expect(Report.WARMED, self._clock() + seconds)

    def quit(self) -> None:
        """Ask the supervisor to leave, without waiting."""
        self._send(frame(Control.QUIT))
        self._channel.write(self._outgoing)

    def attempt(
        self,
        job: Job,
        questions: Questions,
        result: Attempt,
        *,
        limits: Limits,
        total_deadline: float,
        stdout: OutputKeeper,
        stderr: OutputKeeper,
    ) -> None:
        """Run one child from ``job.start`` until it has ended, filling in ``result`` as it goes.

        Raises SandboxFailed when the supervisor is lost; what ``result`` holds by then stays true.
        """
        started = self._clock()
        stream = ChildStream(
            job.nonce, start=job.start, count=len(questions.cases), max_reply_bytes=limits.reply_mib * 1024 * 1024
        )
        self._send(frame(Control.JOB, job.to_bytes(self._number_of(questions))))
        asked = started
        leave_deadline: float | None = None
        kill_deadline: float | None = None
        while True:
            now = self._clock()
            if result.ending is None and not result.done:
                cause = _overdue(now, started, asked, total_deadline, stream, limits)
                if cause is not None:
                    result.blame(*cause)
            if stdout.total + stderr.total > MAX_OUTPUT_BYTES:
                result.blame(Ending.OUTPUT_LIMIT, f"more than {MAX_OUTPUT_BYTES} bytes were printed")
            if result.done and leave_deadline is None:
                leave_deadline = now + LEAVE_SECONDS
            stays = leave_deadline is not None and now >= leave_deadline
            if (result.ending is not None or stays) and kill_deadline is None:
                result.stalled_seconds = now - asked
                kill_deadline = now + KILL_GRACE_SECONDS
                self._send(frame(Control.KILL))
            if kill_deadline is not None and now > kill_deadline:
                self.lost = True
                return
            deadline = (
                kill_deadline
                or leave_deadline
                or min(
                    total_deadline, asked + limits.case_seconds if stream.loaded else started + limits.import_seconds
                )
            )
            for kind, payload in self._poll(deadline):
                match kind:
                    case Report.STDOUT:
                        stdout.add(payload)
                    case Report.STDERR:
                        stderr.add(payload)
                    case Report.CHILD:
                        # A reply that arrives after its deadline is late, even if we looked at the clock late too.
                        asked = self._hear(stream, payload, result, asked, total_deadline, limits)
                    case Report.EXITED:
                        self._note_exit(payload, job, stream, result)
                        result.stalled_seconds = result.stalled_seconds or self._clock() - asked
                        result.notices, result.modules = stream.notices, stream.modules
                        return
                    case _:
                        raise self._broken(f"an unexpected {kind.name} report")

    def _number_of(self, questions: Questions) -> int:
        """Return the number that the supervisor keeps the questions under, sending them if it does not have them."""
        number = self._kept.get(questions)
        if number is None:
            kept_bytes = sum(len(each) for known in (*self._kept, questions) for each in known.cases)
            if kept_bytes > MAX_KEPT_BYTES or len(self._kept) >= MAX_KEPT_QUESTIONS:
                self._kept.clear()
            number = self._kept[questions] = len(self._kept)
            self._send(frame(Control.QUESTIONS, COUNT.pack(number) + questions.to_bytes()))
        return number

    def _hear(
        self, stream: ChildStream, chunk: bytes, result: Attempt, asked: float, total_deadline: float, limits: Limits
    ) -> float:
        """Take the child's bytes; return when the case that is running now was asked."""
        if result.ending is not None:
            return asked  # it has lost already; what it still says is not heard
        now = self._clock()
        try:
            said = stream.feed(chunk)
        except Broken as error:
            result.blame(Ending.VIOLATION, f"the submission's process sent {error}")
            return asked
        except ReplyTooLarge as error:
            result.blame(Ending.REPLY_LIMIT, str(error))
            return asked
        for item in said:
            match item.step:
                case Step.REPLY:
                    if now > min(asked + limits.case_seconds, total_deadline):
                        result.blame(Ending.CASE_TIMEOUT, f"no answer within {limits.case_seconds:g} s")
                        return asked
                    result.heard += len(item.payload)
                    if result.heard > MAX_EVIDENCE_BYTES:
                        result.blame(Ending.REPLY_LIMIT, f"more than {MAX_EVIDENCE_BYTES} bytes of evidence in all")
                        return asked
                    result.replies.append((item.payload, now - asked))
                    asked = now
                case Step.LOADED:
                    asked = now
                case Step.LOAD_FAILED:
                    result.load_failure = item.payload
                case Step.DONE:
                    result.done = True
                case Step.ASIDE:
                    pass
        return asked

    def _note_exit(self, payload: bytes, job: Job, stream: ChildStream, result: Attempt) -> None:
        facts = json.loads(payload)
        if facts.get("nonce") != job.nonce.hex():
            raise self._broken("a report about another job")
        result.clean = bool(facts.get("clean"))
        self.lost = self.lost or not result.clean  # what can't be cleaned is not used again
        if facts.get("signal") == SIGSYS:
            result.blame(Ending.VIOLATION, "the submission made a system call that is never allowed")
        if result.load_failure is not None:
            result.blame(Ending.LOAD_FAILED, "the submission raised an error while it was imported")
        if not result.done or stream.partial:
            number, code = facts.get("signal"), facts.get("exit_code")
            how = f"was ended by signal {number}" if number is not None else f"exited with code {code}"
            result.blame(Ending.DIED, f"the submission's process {how} before it had answered")

    def _expect(self, wanted: Report, deadline: float) -> dict[str, object]:
        while self._clock() < deadline:
            for kind, payload in self._poll(deadline, one=True):
                if kind is not wanted:
                    raise self._broken(f"a {kind.name} report where {wanted.name} was expected")
                facts = json.loads(payload)
                return facts if isinstance(facts, dict) else {}
        self.lost = True
        raise SandboxFailed(f"the worker did not say {wanted.name} in time")

    def _send(self, data: bytes) -> None:
        self._outgoing = memoryview(bytes(self._outgoing) + data)

    def _poll(self, deadline: float, *, one: bool = False) -> list[tuple[Report, bytes]]:
        """Move bytes both ways until a report is whole or the deadline has come."""
        reports = self._whole_reports(one)
        while not reports:
            if self._outgoing:
                self._outgoing = self._outgoing[self._channel.write(self._outgoing) :]
            chunk = self._channel.read()
            if chunk is None:
                self.lost = True
                raise SandboxFailed("the sandbox ended without a word")
            if chunk:
                self._buffer += chunk
                reports = self._whole_reports(one)
                continue
            remaining = deadline - self._clock()
            if remaining <= 0:
                break
            self._channel.wait(to_write=bool(self._outgoing), seconds=min(remaining + 0.001, 1.0))
        return reports

    def _whole_reports(self, one: bool) -> list[tuple[Report, bytes]]:
        reports = []
        while len(self._buffer) >= FRAME_HEADER.size:
            magic, kind, length = FRAME_HEADER.unpack_from(self._buffer)
            if magic != FRAME_MAGIC or length > MAX_REPORT_BYTES or kind not in _REPORTS:
                raise self._broken("bytes that are no report")
            end = FRAME_HEADER.size + length
            if len(self._buffer) < end:
                break
            reports.append((Report(kind), bytes(self._buffer[FRAME_HEADER.size : end])))
            del self._buffer[:end]
            if one:
                break
        return reports

    def _broken(self, what: str) -> SandboxFailed:
        self.lost = True
        return SandboxFailed(f"the supervisor sent {what}")


def _overdue(
    now: float, started: float, asked: float, total_deadline: float, stream: ChildStream, limits: Limits
) -> tuple[Ending, str] | None:
    """Return which deadline has passed, if any. The total comes first: it is the larger limit."""
    if now >= total_deadline:
        return Ending.TOTAL_TIMEOUT, f"not done within {limits.total_seconds:g} s in all"
    if not stream.loaded and now >= started + limits.import_seconds:
        return Ending.IMPORT_TIMEOUT, f"importing the submission took longer than {limits.import_seconds:g} s"
    if stream.loaded and now >= asked + limits.case_seconds:
        return Ending.CASE_TIMEOUT, f"no answer within {limits.case_seconds:g} s"
    return None
