"""What a wrong case is told: bounded and on one line, whatever a hostile process sends."""

from __future__ import annotations

from torchgrade.graders.evidence import Evidence
from torchgrade.graders.judging import judge_case
from torchgrade.graders.plan import plan_with_cases
from torchgrade.graders.problem import CheckSpec
from torchgrade.graders.results import Visibility
from torchgrade.problems.kit import Probe


def test_a_judge_that_quotes_the_evidence_says_no_more_than_a_message_holds() -> None:
    probe = Probe("quotes", lambda solution: solution, {}, "")
    probe.judge(lambda case, expected, actual: f"not {actual}")
    spec = CheckSpec(id="quotes", probe="quotes", points=1, cases=1, visibility=Visibility.PUBLIC)
    check = plan_with_cases(spec, probe, ({},))

    wrong = judge_case(check, {}, Evidence("right", {}), Evidence("\x1b[2J\n" + "A" * 60_000, {}), 1)

    assert wrong is not None
    assert wrong.message.en.startswith(r"not \x1b[2J\nAAAA")
    assert len(wrong.message.en) < 700
    assert wrong.message.en == wrong.message.ko == wrong.counterexample.difference
