"""Evidence as the graders see it: a case's reply, decoded strictly into what was returned and what was changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from torchgrade.problems.values import Raised, Value
from torchgrade.sandbox.decode import Malformed, decode_many

# What the worker says of a value that is outside the closed set.
NOT_EVIDENCE = "NotEvidence"

_PLACE = re.compile(r" \([^()\n]{1,200}, line \d{1,9}\)\Z")
_OUT_OF_MEMORY = ("not enough memory", "can't allocate memory", "out of memory", "CUBLAS_STATUS_ALLOC_FAILED")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a probe returned or raised, and those inputs of the case that it changed, by name."""

    value: Value
    changed: dict[str, Value]

    @property
    def raised(self) -> Raised | None:
        """Return the exception that ended the probe, if one did."""
        return self.value if isinstance(self.value, Raised) else None


def read_reply(reply: bytes) -> Evidence:
    """Return the evidence that a reply's bytes hold. Raises Malformed."""
    value, changed = decode_many(reply, 2)
    if not isinstance(changed, dict):
        raise Malformed("the changed inputs are no dict")
    return Evidence(value, changed)


def without_place(error: Raised) -> Raised:
    """Return an exception without the file and line that the worker put behind its message."""
    return Raised(error.type, _PLACE.sub("", error.message), error.bases)


def is_out_of_memory(error: Raised) -> bool:
    """Return whether an exception says that memory could not be had, the host's or a GPU's.

    The student's process chose these words, and for a GPU there is no counter that could confirm them. They are
    believed all the same, because all that they can choose is which failing verdict it is: whoever lies about memory
    gets ``memory_limit``, and no points.
    """
    if error.type in ("MemoryError", "OutOfMemoryError"):
        return True
    return error.type in ("RuntimeError", "AcceleratorError") and any(
        words in error.message for words in _OUT_OF_MEMORY
    )
