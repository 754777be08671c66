"""From facts to a verdict: one pure function, in which PASSED can be reached on one line only."""

from __future__ import annotations

from dataclasses import dataclass

from torchgrade.graders.results import Verdict
from torchgrade.graders.submission import FaultKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFacts:
    """Everything that a check's verdict may depend on.

    The trusted side saw all of these. Words of the student's process (``reported_out_of_memory``, ``raised``) can only
    choose among failing verdicts.
    """

    planned: int
    answered: int
    equal: int
    upload_fault: FaultKind | None = None
    infrastructure_failed: bool = False
    protocol_broken: bool = False
    rule_broken: bool = False
    need_unmet: bool = False
    output_limit_hit: bool = False
    memory_limit_hit: bool = False
    timed_out: bool = False
    reported_out_of_memory: bool = False
    raised: bool = False


def decide(facts: CheckFacts) -> Verdict:
    """Return the verdict: the first of these facts that holds, and PASSED only when none does."""
    if facts.upload_fault is not None:
        return Verdict.VIOLATION if facts.upload_fault is FaultKind.VIOLATION else Verdict.ERROR
    if facts.infrastructure_failed:
        return Verdict.NOT_GRADED
    if facts.protocol_broken:
        return Verdict.VIOLATION
    if facts.rule_broken:
        return Verdict.FAILED
    if facts.need_unmet:
        return Verdict.BLOCKED
    if facts.output_limit_hit:
        return Verdict.OUTPUT_LIMIT
    if facts.memory_limit_hit:
        return Verdict.MEMORY_LIMIT
    if facts.timed_out:
        return Verdict.TIMEOUT
    if facts.reported_out_of_memory:
        return Verdict.MEMORY_LIMIT
    if facts.raised:
        return Verdict.ERROR
    if facts.answered != facts.planned:
        return Verdict.ERROR
    if facts.planned < 1 or facts.equal != facts.planned:
        return Verdict.FAILED
    return Verdict.PASSED
