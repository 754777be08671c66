"""The driver's answers, the scrubber and the supervisor on a real GPU."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest


def test_the_driver_is_understood(gpu: Any) -> None:
    from torchgrade.sandbox.gpu.smi import NvidiaSmi

    reading = NvidiaSmi().read(gpu)

    assert gpu.memory_mib > 1024
    assert 0 <= reading.used_mib <= gpu.memory_mib


def test_doctor_can_lend_it(gpu: Any, tmp_path: Path) -> None:
    from torchgrade.sandbox.gpu.facts import gpu_facts

    found = {fact.name: fact for fact in gpu_facts(folder=tmp_path)}

    assert "ok" == found["GPUs"].status, found["GPUs"].value
    assert gpu.uuid in found[f"GPU {gpu.index}"].value


def test_an_idle_gpu_is_scrubbed_and_healthy(gpu: Any) -> None:
    from torchgrade.sandbox.gpu.scrub import ProcessScrubber

    began = time.monotonic()
    ProcessScrubber().scrub(gpu)
    print(f"\nscrubbing {gpu} took {time.monotonic() - began:.1f} s")  # noqa: T201 - for whoever measures with -s


def test_a_lease_is_clean_and_comes_back(gpus: Any, tmp_path: Path) -> None:
    from torchgrade.sandbox.gpu.held import HeldGpu, Surroundings
    from torchgrade.sandbox.gpu.lock import HostLock
    from torchgrade.sandbox.gpu.scrub import ProcessScrubber
    from torchgrade.sandbox.gpu.slot import State
    from torchgrade.sandbox.gpu.smi import NvidiaSmi

    around = Surroundings(
        smi=NvidiaSmi(), scrubber=ProcessScrubber(), clock=time.monotonic, sleep=time.sleep, today=lambda: "now"
    )
    held = HeldGpu(gpus[0], HostLock(tmp_path, gpus[0].uuid), around)

    assert held.take()
    assert State.CLEAN is held.slot.state, held.slot.reason
    held.start()
    held.check()
    held.end()
    assert State.FREE is held.slot.state, held.slot.reason


def test_a_foreign_process_keeps_a_gpu_from_being_lent(gpu: Any, tmp_path: Path, monkeypatch: Any) -> None:
    from torchgrade.sandbox.gpu import held as held_module
    from torchgrade.sandbox.gpu.lock import HostLock
    from torchgrade.sandbox.gpu.scrub import ProcessScrubber
    from torchgrade.sandbox.gpu.slot import State
    from torchgrade.sandbox.gpu.smi import NvidiaSmi

    monkeypatch.setattr(held_module, "MEMORY_SECONDS", 3.0)
    script = (
        "import time, torch; x = torch.zeros(3 << 30, dtype=torch.uint8, device='cuda'); torch.cuda.synchronize();"
        "print('there', flush=True); time.sleep(120)"
    )
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": gpu.uuid}
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment) as foreign:
        try:
            assert foreign.stdout is not None
            assert b"there\n" == foreign.stdout.readline()
            around = held_module.Surroundings(
                smi=NvidiaSmi(), scrubber=ProcessScrubber(), clock=time.monotonic, sleep=time.sleep, today=lambda: "now"
            )
            held = held_module.HeldGpu(gpu, HostLock(tmp_path, gpu.uuid), around)
            assert held.take()
            held.end()
        finally:
            foreign.kill()

    assert State.QUARANTINED is held.slot.state
    assert "use" in held.slot.reason


def test_a_supervisor_takes_nothing_of_the_gpu(gpu: Any) -> None:
    from torchgrade.sandbox.gpu.smi import NvidiaSmi
    from torchgrade.sandbox.nursery import Started
    from torchgrade.sandbox.process import ProcessRunner

    before = NvidiaSmi().read(gpu)
    runner = ProcessRunner()
    try:
        worker = runner.take(gpu.uuid)
        after = NvidiaSmi().read(gpu)
        assert isinstance(worker._process, Started)
        assert worker._process.pid not in after.processes
        assert after.used_mib <= before.used_mib + 64
    finally:
        runner.close()


@pytest.mark.parametrize("code", ["torch.cuda.init()", "torch.zeros(1, device='cuda')"])
def test_the_trap_for_supervisors_is_set_off_by_whoever_starts_cuda(gpu: Any, code: str) -> None:
    """tests/unit/worker/test_cuda.py replaces these functions; here they are what starts CUDA."""
    script = (
        "import os, torch\n"
        "def started(*_):\n    os._exit(9)\n"
        "torch.cuda._lazy_init = torch.cuda.init = torch._C._cuda_init = started\n"
        f"{code}\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)

    assert 9 == done.returncode
