"""The bytes between the trusted side and the worker: frames, and the grammar of values.

Theory of operation. Three parties talk. The *host* (trusted) sends jobs to the *supervisor* (our program, inside the
sandbox, runs no student code). For each job the supervisor starts a *child*, which runs student code and is hostile.

    host ──Control frames──▶ supervisor ──fork──▶ child
    host ◀─Report frames──── supervisor ◀─raw bytes── child

The supervisor never interprets what a child says: it relays the bytes in Report.CHILD frames. So a child can't speak
as the supervisor, and everything that a child says is parsed by the host alone, against the child grammar below.
Every frame is length-prefixed; nothing is delimited by end of file, and nothing is pickled.

Standard library only: this module runs on both sides.
"""

from __future__ import annotations

import struct
from enum import IntEnum

FRAME_MAGIC = b"TGF1"
FRAME_HEADER = struct.Struct(">4sBI")  # magic, type, payload bytes

CHILD_MAGIC = b"TGC1"
CHILD_HEADER = struct.Struct(">4s16sBII")  # magic, nonce of the job, kind, case index, payload bytes
NONCE_BYTES = 16

# A report carries one read of a pipe.
MAX_REPORT_BYTES = 1024 * 1024
RELAY_BYTES = 64 * 1024


class Control(IntEnum):
    """What the host tells the supervisor."""

    WARM = 1  # JSON list of module names to import before any student code
    QUESTIONS = 2  # a number and worker.job.Questions, to be kept for jobs; number 0 takes the place of all others
    JOB = 3  # JSON of an Errand and of a Job: see worker.job
    KILL = 4  # end the running child now
    QUIT = 5  # leave; end of file means the same


class Report(IntEnum):
    """What the supervisor tells the host."""

    HELLO = 1  # JSON: versions and the hash of the worker's own source
    WARMED = 2  # JSON: names that could not be imported
    CHILD = 3  # raw bytes of the child's evidence pipe
    STDOUT = 4  # raw bytes that the child printed
    STDERR = 5
    EXITED = 6  # JSON: nonce, exit code or signal


class ChildKind(IntEnum):
    """What a child may say."""

    LOADED = 1  # the submission is imported; payload empty
    LOAD_FAILED = 2  # one value: Raised
    NOTICE = 3  # one value: a tuple of plain values (a notebook cell that raised)
    REPLY = 4  # evidence of one case: two values, what the probe returned and the inputs that changed
    MODULES = 5  # one value: names of torch modules that were imported on the way (asked of the reference only)
    DONE = 6  # all cases answered; payload empty


class Tag(IntEnum):
    """One byte before every value."""

    NONE = 0
    FALSE = 1
    TRUE = 2
    INT = 3
    FLOAT = 4
    STR = 5
    LIST = 6
    TUPLE = 7
    DICT = 8
    TENSOR = 9
    RAISED = 10


MAX_DEPTH = 8
MAX_NODES = 10_000
MAX_TEXT_BYTES = 64 * 1024
MAX_INT_BYTES = 512
MAX_DIMS = 16
# Counted with empty dims as 1: an empty tensor of (0, 2**34) costs no byte, and a judge's sum over it 128 GiB.
MAX_NUMEL = 2**26
MAX_MESSAGE_CHARS = 4096

COUNT = struct.Struct(">I")
FLOAT = struct.Struct(">d")
TENSOR_HEADER = struct.Struct(">BBBBB")  # dtype, device, requires_grad, layout, number of dims
SHAPES = tuple(struct.Struct(f">{dims}Q") for dims in range(MAX_DIMS + 1))  # by the number of dims


_len = len  # the child's code may replace the builtin


def frame(kind: int, payload: bytes = b"") -> bytes:
    """Return one Control or Report frame."""
    return FRAME_HEADER.pack(FRAME_MAGIC, kind, _len(payload)) + payload


def child_frame(nonce: bytes, kind: int, index: int, payload: bytes = b"") -> bytes:
    """Return one frame of the child grammar."""
    return CHILD_HEADER.pack(CHILD_MAGIC, nonce, kind, index, _len(payload)) + payload


def pack_blobs(header: bytes, blobs: list[bytes]) -> bytes:
    """Return a payload of a header and any number of blobs, each length-prefixed."""
    parts = [COUNT.pack(1 + len(blobs))]
    for blob in (header, *blobs):
        parts.append(COUNT.pack(len(blob)))
        parts.append(blob)
    return b"".join(parts)


def unpack_blobs(payload: bytes | memoryview, *, most: int | None = None) -> list[bytes]:
    """Return what ``pack_blobs`` packed, or the first ``most`` of it. Trusted input only: the host wrote it."""
    view = memoryview(payload)
    (count,) = COUNT.unpack_from(view, 0)
    position, blobs = COUNT.size, []
    for _ in range(count if most is None else min(count, most)):
        (length,) = COUNT.unpack_from(view, position)
        position += COUNT.size
        blobs.append(bytes(view[position : position + length]))
        position += length
    return blobs
