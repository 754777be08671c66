"""Which wrong case is shown, and what is told of it: bounded and on one line, whatever a hostile process sends."""

from __future__ import annotations

from torchgrade.graders.evidence import Evidence, read_reply
from torchgrade.graders.judging import judge_case, judge_problem
from torchgrade.graders.oracle import Expected
from torchgrade.graders.packs import load_catalog
from torchgrade.graders.plan import ProblemPlan, plan_with_cases
from torchgrade.graders.problem import CheckSpec
from torchgrade.graders.results import Visibility
from torchgrade.problems.kit import Probe, tensor
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.protocol import CaseOutcome, Ending, Observation

SPEC = CheckSpec(id="quotes", probe="quotes", points=1, cases=1, visibility=Visibility.PUBLIC)


def test_a_judge_that_quotes_the_evidence_says_no_more_than_a_message_holds() -> None:
    probe = Probe("quotes", lambda solution: solution, {}, "")
    probe.judge(lambda case, expected, actual: f"not {actual}")
    check = plan_with_cases(SPEC, probe, ({},))

    wrong = judge_case(check, {}, Evidence("right", {}), Evidence("\x1b[2J\n" + "A" * 60_000, {}))

    assert wrong is not None
    assert wrong.message.en.startswith(r"not \x1b[2J\nAAAA")
    assert len(wrong.message.en) < 700
    assert wrong.message.en == wrong.message.ko == wrong.counterexample.difference


def test_a_case_with_an_empty_tensor_is_shown_only_where_no_other_failed() -> None:
    empty, full, larger = ({"x": [tensor(values, "float32")]} for values in ([], [7.0], [7.0, 8.0]))
    check = plan_with_cases(SPEC, Probe("quotes", lambda solution, x: x, {}, ""), (empty, larger, full))
    plan = ProblemPlan(load_catalog([]).problem("gather/diagonal-3d"), (check,))
    right = encode(0) + encode({})
    expected = Expected((right,) * 3, (read_reply(right),) * 3, ())

    def shown(*answers: int) -> str:
        replies = tuple(CaseOutcome(ending=Ending.REPLIED, reply=encode(answer) + encode({})) for answer in answers)
        (result,) = judge_problem(plan, expected, Observation(cases=replies)).checks
        assert result.counterexample is not None
        return result.counterexample.case

    assert "x = [tensor([7.])]" == shown(1, 1, 1)
    assert "x = [tensor([7., 8.])]" == shown(1, 1, 0)
    assert "x = [tensor([])]" == shown(1, 0, 0)
