"""Parse what a child says. It is hostile: every byte is checked against the grammar, and the first break ends it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from torchgrade.sandbox.wire import CHILD_HEADER, CHILD_MAGIC, ChildKind

MAX_NOTICES = 64
MAX_SMALL_BYTES = 256 * 1024


class Broken(Exception):
    """The child's bytes broke the grammar; the message says how."""


class ReplyTooLarge(Exception):
    """A reply announced more bytes than the limit allows."""


class Step(Enum):
    """What a frame moved forward."""

    LOADED = auto()
    LOAD_FAILED = auto()
    REPLY = auto()
    ASIDE = auto()  # a notice or a list of modules
    DONE = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """One frame of the child that fits the grammar."""

    step: Step
    payload: bytes


class ChildStream:
    """Reassemble frames and hold the child to their order: LOADED or LOAD_FAILED, each case once in order, DONE."""

    def __init__(self, nonce: bytes, *, start: int, count: int, max_reply_bytes: int) -> None:
        self.next_case = start
        self.notices: list[bytes] = []
        self.modules: bytes | None = None
        self._nonce = nonce
        self._count = count
        self._max_reply_bytes = max_reply_bytes
        self._buffer = bytearray()
        self._loaded = False
        self._finished = False

    @property
    def loaded(self) -> bool:
        """Return whether the child said that the submission is imported."""
        return self._loaded

    @property
    def partial(self) -> bool:
        """Return whether an unfinished frame is waiting for the rest of its bytes."""
        return bool(self._buffer)

    def feed(self, chunk: bytes) -> list[Said]:
        """Take bytes as they arrive; return the frames that are now whole. Raises Broken or ReplyTooLarge."""
        self._buffer += chunk
        said = []
        while len(self._buffer) >= CHILD_HEADER.size:
            magic, nonce, kind, index, length = CHILD_HEADER.unpack_from(self._buffer)
            if magic != CHILD_MAGIC:
                raise Broken("bytes that are no frame")
            if nonce != self._nonce:
                raise Broken("a frame with a wrong nonce")
            if self._finished:
                raise Broken("a frame after the last one")
            self._check_order(kind, index, length)
            end = CHILD_HEADER.size + length
            if len(self._buffer) < end:
                break
            payload = bytes(self._buffer[CHILD_HEADER.size : end])
            del self._buffer[:end]
            said.append(self._take(ChildKind(kind), payload))
        return said

    def _check_order(self, kind: int, index: int, length: int) -> None:
        match kind:
            case ChildKind.LOADED | ChildKind.LOAD_FAILED:
                if self._loaded:
                    raise Broken("a second LOADED frame")
                small = 0 if kind == ChildKind.LOADED else MAX_SMALL_BYTES
            case ChildKind.NOTICE:
                if len(self.notices) >= MAX_NOTICES:
                    raise Broken(f"more than {MAX_NOTICES} notices")
                small = MAX_SMALL_BYTES
            case ChildKind.MODULES:
                if self.modules is not None:
                    raise Broken("a second MODULES frame")
                small = MAX_SMALL_BYTES
            case ChildKind.REPLY:
                if not self._loaded:
                    raise Broken("a reply before LOADED")
                if index != self.next_case or index >= self._count:
                    raise Broken(f"a reply for case {index} where {self.next_case} was asked")
                if length > self._max_reply_bytes:
                    raise ReplyTooLarge(f"{length} bytes of evidence; {self._max_reply_bytes} are allowed")
                return
            case ChildKind.DONE:
                if not self._loaded or self.next_case != self._count:
                    raise Broken("DONE before the last case")
                small = 0
            case _:
                raise Broken(f"a frame of unknown kind {kind}")
        if index != 0 or length > small:
            raise Broken("a frame with an absurd header")

    def _take(self, kind: ChildKind, payload: bytes) -> Said:
        match kind:
            case ChildKind.LOADED:
                self._loaded = True
                return Said(Step.LOADED, payload)
            case ChildKind.LOAD_FAILED:
                self._finished = True
                return Said(Step.LOAD_FAILED, payload)
            case ChildKind.REPLY:
                self.next_case += 1
                return Said(Step.REPLY, payload)
            case ChildKind.NOTICE:
                self.notices.append(payload)
                return Said(Step.ASIDE, payload)
            case ChildKind.MODULES:
                self.modules = payload
                return Said(Step.ASIDE, payload)
            case ChildKind.DONE:
                self._finished = True
                return Said(Step.DONE, payload)
