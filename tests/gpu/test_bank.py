"""Every reference of the bank, on the CPU and on a real GPU: what stays on the CPU, and how far the two are apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

for _name in ("numpy", "yaml", "hypothesis", "msgspec"):
    pytest.importorskip(_name, reason=f"the graders need {_name}")


def test_references_answer_on_a_gpu_as_on_the_cpu(gpus: Any, tmp_path: Path, monkeypatch: Any) -> None:
    from torchgrade.graders.gpu_oracle import ask_on_gpu
    from torchgrade.graders.oracle import Oracle
    from torchgrade.graders.packs import load_catalog
    from torchgrade.graders.plan import plan_problem
    from torchgrade.sandbox.gpu.pool import open_pool
    from torchgrade.sandbox.gpu.scrub import ProcessScrubber
    from torchgrade.sandbox.process import ProcessRunner

    monkeypatch.setenv("TORCHGRADE_LOCK_DIR", str(tmp_path))
    said: list[str] = []
    catalog = load_catalog([])
    plans = [plan_problem(catalog.problem(one), seed=1) for one in PROBLEMS]
    cpu = ProcessRunner()
    gpu = ProcessRunner(gpus=open_pool(ProcessScrubber(), say=said.append, stopped=lambda: False))
    try:
        asked = ask_on_gpu(plans, Oracle(cpu), gpu, said.append)
    finally:
        gpu.close()
        cpu.close()

    print("\n" + "\n".join(said))  # noqa: T201 - for whoever measures with -s
    for plan in plans:
        cases = sum(len(check.cases) for check in plan.checks)
        on_cpu = len(asked[plan.problem.id].on_cpu)
        print(f"{plan.problem.id}: {cases - on_cpu} of {cases} cases on the GPU")  # noqa: T201 - for whoever measures with -s
        assert plan.problem.id not in PORTABLE or on_cpu < cases


# Pure functions of their inputs: a GPU that answers none of their cases is wrong, or our way of asking is.
PORTABLE = ("gather/column-and-diagonal", "gather/diagonal-3d", "ops/softmax", "ops/product", "shapes/channels-first")
PROBLEMS = (*PORTABLE, "gather/last-valid", "modules/my-linear", "tensors/like-zoo", "autograd/vjp")
