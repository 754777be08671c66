"""The state machine of a GPU slot: every transition, and what no order of events can do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torchgrade.sandbox.gpu.slot import Event, Need, SlotState, State, WrongOrder, next_need, step

HELD = [State.DIRTY, State.SETTLED, State.CLEAN, State.BUSY]


def slot(state: State, **changes: object) -> SlotState:
    return SlotState(state=state, **changes)  # type: ignore[arg-type] # fields by name


@pytest.mark.parametrize(
    ("before", "event", "after"),
    [
        (slot(State.FREE), Event.LOCKED, slot(State.DIRTY)),
        (slot(State.FREE, scrubbed=True), Event.LOCKED, slot(State.DIRTY)),
        (slot(State.FREE), Event.LOCKED_AS_LEFT, slot(State.DIRTY, scrubbed=True)),
        (slot(State.DIRTY), Event.MEMORY_BACK, slot(State.SETTLED)),
        (slot(State.DIRTY, scrubbed=True), Event.MEMORY_BACK, slot(State.CLEAN, scrubbed=True)),
        (slot(State.DIRTY), Event.MEMORY_STUCK, slot(State.QUARANTINED, reason="why")),
        (slot(State.SETTLED, scrub_failures=1), Event.SCRUBBED, slot(State.CLEAN, scrubbed=True)),
        (slot(State.SETTLED), Event.SCRUB_FAILED, slot(State.DIRTY, scrub_failures=1)),
        (
            slot(State.SETTLED, scrub_failures=1),
            Event.SCRUB_FAILED,
            slot(State.QUARANTINED, scrub_failures=1, reason="why"),
        ),
        (slot(State.CLEAN, scrubbed=True), Event.STARTED, slot(State.BUSY)),
        (slot(State.CLEAN, scrubbed=True), Event.RELEASED, slot(State.FREE, scrubbed=True)),
        (slot(State.BUSY), Event.ENDED, slot(State.DIRTY)),
        *[(slot(state), Event.SICK, slot(State.QUARANTINED, reason="why")) for state in HELD],
        *[(slot(state), Event.ABANDONED, slot(State.FREE)) for state in HELD],
    ],
)
def test_what_happened_decides_where_a_slot_goes(before: SlotState, event: Event, after: SlotState) -> None:
    assert after == step(before, event, "why")


def test_what_can_not_happen_is_refused() -> None:
    with pytest.raises(WrongOrder, match="started can't happen to a GPU slot that is dirty"):
        step(slot(State.DIRTY), Event.STARTED)


def test_a_second_reason_does_not_replace_the_first() -> None:
    closed = step(slot(State.DIRTY), Event.MEMORY_STUCK, "first")

    assert "first" == step(closed, Event.SICK, "second").reason


@pytest.mark.parametrize(
    ("state", "need"),
    [
        (State.FREE, Need.NOTHING),
        (State.DIRTY, Need.SETTLE),
        (State.SETTLED, Need.SCRUB),
        (State.CLEAN, Need.NOTHING),
        (State.BUSY, Need.NOTHING),
        (State.QUARANTINED, Need.NOTHING),
    ],
)
def test_every_state_says_what_it_needs(state: State, need: Need) -> None:
    assert need is next_need(slot(state))


@given(st.lists(st.sampled_from(Event), max_size=60))
def test_no_order_of_events_starts_a_submission_on_a_gpu_that_is_not_clean(events: list[Event]) -> None:
    now = SlotState()
    scrubbed_since = False  # by us, since anybody may have used it
    for event in events:
        try:
            after = step(now, event, "why")
        except WrongOrder:
            assert event is not Event.STARTED or now.state is not State.CLEAN
            continue
        if event is Event.STARTED:
            assert scrubbed_since
        if event in (Event.SCRUBBED, Event.LOCKED_AS_LEFT):
            scrubbed_since = True
        elif event in (Event.LOCKED, Event.STARTED, Event.SCRUB_FAILED, Event.ABANDONED):
            scrubbed_since = False
        if now.state is State.QUARANTINED:
            assert after.state is State.QUARANTINED
        now = after
