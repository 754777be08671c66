"""The verdict function: PASSED has one way in, and no single fact opens another."""

from __future__ import annotations

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from torchgrade.graders.results import Verdict
from torchgrade.graders.submission import FaultKind
from torchgrade.graders.verdict import CheckFacts, decide

CLEAN = CheckFacts(planned=3, answered=3, equal=3)
FLAGS = [field.name for field in fields(CheckFacts) if field.type == "bool"]
facts = st.builds(
    CheckFacts,
    planned=st.integers(0, 5),
    answered=st.integers(0, 5),
    equal=st.integers(0, 5),
    upload_fault=st.none() | st.sampled_from(FaultKind),
    **{name: st.booleans() for name in FLAGS},
)


def test_everything_planned_answered_and_equal_passes() -> None:
    assert Verdict.PASSED is decide(CLEAN)


def test_a_check_without_cases_does_not_pass() -> None:
    assert Verdict.FAILED is decide(CheckFacts(planned=0, answered=0, equal=0))


@given(facts)
def test_passed_implies_that_nothing_else_was_seen(seen: CheckFacts) -> None:
    if decide(seen) is Verdict.PASSED:
        assert seen.planned > 0
        assert (seen.planned, seen.planned) == (seen.answered, seen.equal)
        assert seen.upload_fault is None
        assert not any(getattr(seen, name) for name in FLAGS)


@given(facts, st.sampled_from(FLAGS))
def test_raising_a_flag_never_turns_a_failing_verdict_into_passed(seen: CheckFacts, name: str) -> None:
    if decide(seen) is not Verdict.PASSED:
        assert decide(replace(seen, **{name: True})) is not Verdict.PASSED


@given(facts)
def test_fewer_equal_answers_never_pass(seen: CheckFacts) -> None:
    assert decide(replace(seen, equal=seen.planned - 1)) is not Verdict.PASSED


@given(st.sampled_from(FLAGS))
def test_each_flag_alone_fails_a_clean_check(name: str) -> None:
    assert decide(replace(CLEAN, **{name: True})) is not Verdict.PASSED


def test_the_order_of_the_verdicts() -> None:
    everything = replace(CLEAN, **dict.fromkeys(FLAGS, True), upload_fault=FaultKind.ERROR, answered=0, equal=0)
    order = [
        ("upload_fault", Verdict.ERROR),
        ("infrastructure_failed", Verdict.NOT_GRADED),
        ("protocol_broken", Verdict.VIOLATION),
        ("rule_broken", Verdict.FAILED),
        ("need_unmet", Verdict.BLOCKED),
        ("output_limit_hit", Verdict.OUTPUT_LIMIT),
        ("memory_limit_hit", Verdict.MEMORY_LIMIT),
        ("timed_out", Verdict.TIMEOUT),
        ("reported_out_of_memory", Verdict.MEMORY_LIMIT),
        ("raised", Verdict.ERROR),
    ]
    for name, expected in order:
        assert expected is decide(everything), name
        everything = replace(everything, **{name: None if name == "upload_fault" else False})
    assert Verdict.ERROR is decide(everything)  # fewer answers than planned
    assert Verdict.FAILED is decide(replace(everything, answered=3, equal=2))


def test_a_hostile_upload_is_a_violation() -> None:
    assert Verdict.VIOLATION is decide(replace(CLEAN, upload_fault=FaultKind.VIOLATION))
