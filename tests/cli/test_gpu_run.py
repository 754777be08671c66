"""Whole runs with ``--device cuda`` where no GPU is: a pretend driver, and a torch that pretends to have CUDA.

What runs is everything but the GPU: locks, leases, fresh interpreters, references observed twice, quarantine, resuming.
Tensors "on cuda" are the CPU's here; ``tests/gpu`` does the same where a GPU is.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

UUID = "GPU-00000001"
RIGHT = """\
import torch


def get_diag_element_3D(A):
    n = min(A.size(1), A.size(2))
    index = torch.arange(n, device=A.device).view(1, n, 1).expand(A.size(0), n, 1)
    return torch.gather(A[:, :n], 2, index).squeeze(2)
"""
WRONG = RIGHT.replace(".squeeze(2)", ".squeeze(2) + 1")
HUNGRY = RIGHT.replace(
    "    n = min", "    if A.dim() == 3:\n        raise torch.OutOfMemoryError('CUDA out of memory.')\n    n = min"
)

# Run by every interpreter of a worker before anything else.
PRETEND = """
import sys

if any("worker" in word for word in sys.orig_argv):
    import torch

    def on_cpu(function):
        def call(*args, **kwargs):
            if kwargs.get("device") == "cuda":
                kwargs["device"] = "cpu"
            return function(*["cpu" if isinstance(arg, str) and arg == "cuda" else arg for arg in args], **kwargs)
        return call

    class Properties:
        total_memory = 8 << 30

    def zeros(size, **options):
        if size > 1 << 20:
            raise torch.cuda.OutOfMemoryError("no more")
        return real_zeros(size, dtype=options["dtype"])

    real_zeros = torch.zeros
    torch.version.cuda = "13.0"
    torch.Tensor.to = on_cpu(torch.Tensor.to)
    torch.Tensor.cuda = lambda tensor: tensor
    torch.empty, torch.ones = on_cpu(torch.empty), on_cpu(torch.ones)
    if any("scrub" in word for word in sys.orig_argv):
        torch.zeros = zeros
    torch.cuda.init = torch.cuda.synchronize = lambda: None
    torch.cuda.manual_seed = lambda seed: None
    torch.cuda.device_count = lambda: 1
    torch.cuda.mem_get_info = lambda: (0, 0)
    torch.cuda.get_device_properties = lambda device: Properties
    torch.cuda.set_per_process_memory_fraction = lambda fraction, device: None
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder with a driver, a torch, locks and a class."""

    folder: Path

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def grade(self) -> subprocess.CompletedProcess[str]:
        words = ["grade", "class", "--assignment", "week.yaml", "--runner", "process", "--device", "cuda"]
        words += ["--out", str(self.out), "--seed", "1", "--progress", "none", "--fail-under", "0", "--jobs", "2"]
        environment = {
            **os.environ,
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": f"{self.folder / 'site'}:{os.environ.get('PYTHONPATH', '')}",
            "TORCHGRADE_LOCK_DIR": str(self.folder / "locks"),
        }
        return subprocess.run(
            [sys.executable, "-c", "from torchgrade.cli import main; main()", *words],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def results(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads((self.out / "results.json").read_text("utf-8"))
        return loaded

    def verdicts(self) -> dict[str, set[str]]:
        return {
            one["student"]: {check["verdict"] for problem in one["problems"] for check in problem["checks"]}
            for one in self.results()["submissions"]
        }


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    for name in ("bin", "site", "class"):
        (tmp_path / name).mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(PRETEND)
    (tmp_path / "week.yaml").write_text(
        "format: 1\nid: week\ntitle: {en: Week, ko: 주}\nproblems: [{id: gather/diagonal-3d}]\n", "utf-8"
    )
    for student, source in {"ada": RIGHT, "ben": WRONG, "cho": HUNGRY}.items():
        (tmp_path / "class" / f"{student}.py").write_text(source)
    program = tmp_path / "bin" / "nvidia-smi"
    program.write_text(
        "#!/bin/sh\n"
        f"[ -e {tmp_path}/lost ] && {{ echo 'Unable to determine the device handle: GPU is lost'; exit 15; }}\n"
        'case "$*" in\n'
        f'*index*) echo "0, {UUID}, Fake 9000, 8192, 580.1, [N/A]";;\n'
        f'*memory.used*) echo "{UUID}, 4, 0";;\n'
        "esac\n"
    )
    program.chmod(0o755)
    return Machine(tmp_path)


def test_a_class_is_graded_on_a_gpu(machine: Machine) -> None:
    done = machine.grade()

    assert 0 == done.returncode, done.stderr
    assert {"passed"} == machine.verdicts()["ada"]
    assert "failed" in machine.verdicts()["ben"]
    assert "memory_limit" in machine.verdicts()["cho"]
    assert "cuda" == machine.results()["run"]["device"]
    note = json.loads((machine.folder / "locks" / f"{UUID}.lock").read_text())
    assert ("", "") == (note["holder"], note["quarantine"])
    assert note["scrubbed_by"]


def test_a_gpu_that_is_lost_costs_nobody_a_point_and_the_same_command_goes_on(machine: Machine) -> None:
    # Whoever runs this submission loses the GPU, as far as the driver says.
    lost = machine.folder / "lost"
    (machine.folder / "class" / "cho.py").write_text(f"open({str(lost)!r}, 'w').close()\n{RIGHT}")
    (machine.folder / "class" / "ada.py").unlink()
    (machine.folder / "class" / "ben.py").unlink()

    first = machine.grade()

    assert 4 == first.returncode, first.stderr
    assert {"not_graded"} == machine.verdicts()["cho"]
    assert machine.results()["submissions"][0]["score"] is None
    assert f"GPU 0 (Fake 9000, {UUID}) is quarantined: nvidia-smi failed with code 15" in first.stderr
    assert "--gpu-reset" in first.stderr
    lost.unlink()
    (machine.folder / "class" / "cho.py").write_text(RIGHT)

    second = machine.grade()

    assert 0 == second.returncode, second.stderr
    assert {"passed"} == machine.verdicts()["cho"]


def test_without_a_driver_nothing_is_graded_on_a_gpu(machine: Machine) -> None:
    (machine.folder / "bin" / "nvidia-smi").write_text("#!/bin/sh\nexit 9\n")

    done = machine.grade()

    assert 4 == done.returncode
    assert "nvidia-smi failed with code 9" in done.stderr
    assert "--device cpu" in done.stderr
