"""Where fork is not safe (CUDA) or not there, a fresh interpreter for each problem does the same job."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from torchgrade.graders.judging import judge_problem
from torchgrade.graders.oracle import Oracle
from torchgrade.graders.packs import load_catalog
from torchgrade.graders.plan import plan_problem
from torchgrade.graders.results import Verdict
from torchgrade.sandbox.process import ProcessRunner, ProcessSandbox
from torchgrade.sandbox.protocol import JobFile, Task

PACK = Path(__file__).parents[2] / "attacks" / "pack"


@pytest.fixture
def runner() -> Iterator[ProcessRunner]:
    runner = ProcessRunner()
    yield runner
    runner.close()


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("def double(x):\n    return x + x\n", Verdict.PASSED),
        ("def double(x):\n    return x\n", Verdict.FAILED),
        ("import os\n\n\ndef double(x):\n    os._exit(0)\n", Verdict.ERROR),
    ],
)
def test_a_fresh_interpreter_comes_to_the_same_verdicts(
    runner: ProcessRunner, monkeypatch: pytest.MonkeyPatch, source: str, verdict: Verdict
) -> None:
    plan = plan_problem(load_catalog([PACK]).problem("wall/double"), seed=3)
    expected = Oracle(runner).expected(plan)

    def fresh(self: ProcessSandbox, task: Task) -> dict[str, object]:
        return {"data_mib": task.limits.memory_mib, "fresh": True}

    monkeypatch.setattr(ProcessSandbox, "job_options", fresh)
    # Importing torch is part of each attempt here, as it is with CUDA.
    from dataclasses import replace

    limits = replace(plan.problem.limits, import_seconds=60, total_seconds=200)
    sandbox = runner.sandbox("fresh")
    files = [JobFile(name="double.py", source=source)]
    observation = sandbox.observe(plan.task(files, {"double": "double.py"}, limits=limits))
    sandbox.close()

    assert {verdict} == {check.verdict for check in judge_problem(plan, expected, observation).checks}
