"""The states of a GPU slot, as one pure function: what happened decides where it goes, and nothing else does.

    FREE ── locked ──▶ DIRTY ── memory back ──▶ SETTLED ── scrubbed ──▶ CLEAN ── started ──▶ BUSY
      ▲                 ▲  ▲                       │                      │                    │
      │                 │  └── scrub failed once ──┤                      │                    │
      │                 └──────────────────────────│──────────────────────│────── ended ───────┘
      └────────────────────────────────────────────│────── released ──────┘
                                                   └─ failed twice, memory stuck, GPU sick ──▶ QUARANTINED

A submission starts in CLEAN and nowhere else, and CLEAN is reached by a scrub alone: ours, after the lock was taken,
or ours before it was given back, if nobody has held the lock since. Whoever was there before, a submission of ours,
another grader or one that crashed, is therefore cleaned up after in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

MOST_SCRUB_FAILURES = 2


class State(StrEnum):
    """Where a slot is. In all but FREE and QUARANTINED this process holds the host's lock."""

    FREE = "free"
    DIRTY = "dirty"  # somebody may have used it: memory must come back first
    SETTLED = "settled"  # nobody uses it; what lies in its memory is not ours to show
    CLEAN = "clean"  # scrubbed, and its health was shown
    BUSY = "busy"  # a submission has it
    QUARANTINED = "quarantined"  # closed for the rest of this run


class Event(StrEnum):
    """What can happen to a slot."""

    LOCKED = "locked"
    LOCKED_AS_LEFT = "locked as left"  # nobody has held the lock since we scrubbed it
    MEMORY_BACK = "memory back"
    MEMORY_STUCK = "memory stuck"
    SCRUBBED = "scrubbed"
    SCRUB_FAILED = "scrub failed"
    STARTED = "started"
    ENDED = "ended"
    SICK = "sick"
    RELEASED = "released"
    ABANDONED = "abandoned"  # Ctrl-C in the middle: the lock is given back as it is


class WrongOrder(Exception):
    """An event that can't happen in a state: a mistake of ours, which must not become a submission on a dirty GPU."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotState:
    """A slot's state, and what its next steps depend on."""

    state: State = State.FREE
    scrub_failures: int = 0
    scrubbed: bool = False  # by us, with nobody there since
    reason: str = ""  # why it is quarantined


def step(slot: SlotState, event: Event, reason: str = "") -> SlotState:
    """Return the slot after ``event``. Raises WrongOrder."""
    state = slot.state
    if event is Event.SICK and state is not State.FREE:
        return _quarantined(slot, reason)
    if event is Event.ABANDONED and state not in (State.FREE, State.QUARANTINED):
        return SlotState()
    match state, event:
        case State.FREE, Event.LOCKED:
            return replace(slot, state=State.DIRTY, scrubbed=False)
        case State.FREE, Event.LOCKED_AS_LEFT:
            return replace(slot, state=State.DIRTY, scrubbed=True)
        case State.DIRTY, Event.MEMORY_BACK:
            return replace(slot, state=State.CLEAN if slot.scrubbed else State.SETTLED)
        case State.DIRTY, Event.MEMORY_STUCK:
            return _quarantined(slot, reason)
        case State.SETTLED, Event.SCRUBBED:
            return replace(slot, state=State.CLEAN, scrubbed=True, scrub_failures=0)
        case State.SETTLED, Event.SCRUB_FAILED:
            failures = slot.scrub_failures + 1
            if failures >= MOST_SCRUB_FAILURES:
                return _quarantined(slot, reason)
            return replace(slot, state=State.DIRTY, scrubbed=False, scrub_failures=failures)
        case State.CLEAN, Event.STARTED:
            return replace(slot, state=State.BUSY, scrubbed=False)
        case State.CLEAN, Event.RELEASED:
            return replace(slot, state=State.FREE)
        case State.BUSY, Event.ENDED:
            return replace(slot, state=State.DIRTY)
        case _:
            raise WrongOrder(f"{event} can't happen to a GPU slot that is {state}")


class Need(StrEnum):
    """What a held slot needs next."""

    SETTLE = "wait until its memory is back"
    SCRUB = "scrub it and show its health"
    NOTHING = "nothing"


def next_need(slot: SlotState) -> Need:
    """Return what has to be done before the slot can be lent or given back."""
    match slot.state:
        case State.DIRTY:
            return Need.SETTLE
        case State.SETTLED:
            return Need.SCRUB
        case State.FREE | State.CLEAN | State.BUSY | State.QUARANTINED:
            return Need.NOTHING
        case _:
            assert_never(slot.state)


def _quarantined(slot: SlotState, reason: str) -> SlotState:
    return replace(slot, state=State.QUARANTINED, scrubbed=False, reason=slot.reason or reason)
