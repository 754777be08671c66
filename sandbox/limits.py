"""The limits of one problem's run, in units that the names carry."""

from __future__ import annotations

from dataclasses import dataclass

# What the trusted reader keeps of each stream, at its head and at its tail, and where it kills.
KEPT_OUTPUT_BYTES = 64 * 1024
MAX_OUTPUT_BYTES = 8 * 1024 * 1024
# All replies of one task together: the trusted side holds them until they are compared, once for each slot.
MAX_EVIDENCE_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Wall-clock seconds and sizes; each is enforced from outside the student's process."""

    import_seconds: float = 20
    case_seconds: float = 5
    total_seconds: float = 60
    memory_mib: int = 1024
    processes: int = 64
    reply_mib: int = 16
