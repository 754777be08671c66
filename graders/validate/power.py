"""How strong the checks are: evidence that can be guessed, and tolerances that forgive too much. Pure."""

from __future__ import annotations

import traceback
from dataclasses import replace

import numpy as np

from torchgrade.graders.compare import compare, show_case
from torchgrade.graders.compare.arrays import array
from torchgrade.graders.oracle import Expected
from torchgrade.graders.plan import ProblemPlan
from torchgrade.graders.validate.declared import where_probe
from torchgrade.graders.validate.findings import Finding, Severity
from torchgrade.problems.values import TensorValue, Value

MIN_DISTINCT = 4


def checks_without_an_answer(plan: ProblemPlan, expected: Expected) -> list[Finding]:
    """Return the checks in which the reference raises whatever the case: they ask nothing, or stumble themselves."""
    findings = []
    first = 0
    for check in plan.checks:
        raised = [one.raised for one in expected.evidence[first : first + len(check.cases)]]
        first += len(check.cases)
        if raised[0] is not None and all(one is not None for one in raised):
            findings.append(
                Finding(
                    where=where_probe(plan.problem, check.spec.id),
                    message=f"{check.spec.id}: the reference raises in every case: {raised[0].type}: "
                    f"{raised[0].message}. Mend the probe, or take what is raised as evidence with attempt()",
                )
            )
    return findings


def guessable_evidence(plan: ProblemPlan, expected: Expected, needs: dict[str, tuple[str, ...]]) -> list[Finding]:
    """Return the checks whose right evidence hardly changes from case to case, so that it can be guessed.

    A check with points that needs another one is spared: it can't be had alone.
    """
    findings = []
    first = 0
    for check in plan.checks:
        replies = set(expected.replies[first : first + len(check.cases)])
        first += len(check.cases)
        if check.spec.points and not needs[check.spec.id] and len(replies) < MIN_DISTINCT:
            findings.append(
                Finding(
                    where=where_probe(plan.problem, check.spec.id),
                    message=f"{check.spec.id}: the reference shows only {len(replies)} different answers over "
                    f"{len(check.cases)} cases, so they can be guessed. Return raw values that depend on the case, "
                    "or let the check need one that does",
                )
            )
    return findings


def forgives_half_precision(plan: ProblemPlan, expected: Expected) -> list[Finding]:
    """Return a warning when no check notices that every float was rounded to float16 on the way."""
    floats = noticed = False
    case = 0
    for check in plan.checks:
        for _ in check.cases:
            value = expected.evidence[case].value
            case += 1
            rounded = _halved(value)
            if rounded is not value:
                floats = True
                noticed = noticed or compare(value, rounded, check.tolerance) is not None
    if floats and not noticed:
        return [
            Finding(
                where=f"problems/{plan.problem.id}/checks.py",
                message="a solution that computes in float16 passes everything; tighten a tolerance",
                severity=Severity.WARNING,
            )
        ]
    return []


def judges_against_the_reference(plan: ProblemPlan, expected: Expected) -> dict[str, Finding]:
    """Return the judges that raise over the reference's own answer or refuse it, by check.

    A run does not ask a judge about an answer that is byte for byte the reference's. Others that are as right would be
    refused.
    """
    findings: dict[str, Finding] = {}
    first = 0
    for check in plan.checks:
        evidence = expected.evidence[first : first + len(check.cases)]
        first += len(check.cases)
        judge = check.probe.judged_by
        if judge is None:
            continue
        answered = [(case, one.value) for case, one in zip(check.cases, evidence, strict=True) if one.raised is None]
        for case, value in answered:
            try:
                said = judge(case, value, value)
            except Exception as error:  # noqa: BLE001 - the driver around author code
                where = f"problems/{plan.problem.id}/checks.py:{traceback.extract_tb(error.__traceback__)[-1].lineno}"
                message = f"its judge raises {type(error).__name__} over the reference's answer: {error}"
            else:
                if not isinstance(said, str | tuple):
                    continue
                where = where_probe(plan.problem, check.spec.id)
                english = said if isinstance(said, str) else said[0]
                message = f"its judge refuses the reference's own answer: {english} (case: {show_case(case)})"
            findings[check.spec.id] = Finding(where=where, message=f"{check.spec.id}: {message}")
            break
    return findings


def _halved(value: Value) -> Value:
    """Return the value with float32 and float64 tensors rounded through float16; the same object if there are none."""
    match value:
        case TensorValue() if value.dtype in ("float32", "float64") and value.data:
            with np.errstate(over="ignore"):
                data = array(value).astype(np.float16).astype(value.dtype).tobytes()
            return replace(value, data=data)
        case list() | tuple():
            items = [_halved(item) for item in value]
            changed = any(new is not old for new, old in zip(items, value, strict=True))
            return type(value)(items) if changed else value
        case dict():
            entries = {key: _halved(item) for key, item in value.items()}
            return entries if any(entries[key] is not value[key] for key in value) else value
        case _:
            return value
