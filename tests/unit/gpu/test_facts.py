"""What doctor says of GPUs: each with who has it, why it is not lent, and what mends it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from torchgrade.sandbox.gpu import facts
from torchgrade.sandbox.gpu.facts import describe, gpu_facts
from torchgrade.sandbox.gpu.lock import HostLock, Note
from torchgrade.sandbox.gpu.smi import Gpu, GpuSick, NoGpu, Reading

GPU = Gpu(index=3, uuid="GPU-00000003", name="Fake 9000", memory_mib=8192, driver="580.1")
IDLE = Reading(used_mib=4, processes=frozenset(), errors=0)


@pytest.mark.parametrize(
    ("gpu", "reading", "note", "held", "status", "said", "remedy"),
    [
        (GPU, IDLE, Note(), False, "ok", "free, 4 MiB in use", ""),
        (GPU, IDLE, Note(holder="ada (process 7)", since="noon"), True, "ok", "held by ada (process 7) since noon", ""),
        (GPU, IDLE, Note(), True, "ok", "held by another grader", ""),
        (replace(GPU, mig=True), IDLE, Note(), False, "warn", "divided by MIG", "nvidia-smi -i 3 -mig 0"),
        (GPU, IDLE, Note(quarantine="it hung"), False, "warn", "the last run that had it: it hung", "--gpu-reset"),
        (GPU, replace(IDLE, processes=frozenset({9, 7})), Note(), False, "warn", "processes: 7, 9; a run", "end those"),
        (GPU, replace(IDLE, used_mib=5000), Note(), False, "warn", "5000 MiB in use", "end those"),
        (
            GPU,
            replace(IDLE, errors=2),
            Note(),
            False,
            "warn",
            "2 uncorrected memory errors",
            "nvidia-smi -q -i 3 -d ECC",
        ),
    ],
)
def test_a_gpu_is_described_with_its_remedy(
    gpu: Gpu, reading: Reading, note: Note, held: bool, status: str, said: str, remedy: str
) -> None:
    fact = describe(gpu, reading, note, held=held)

    assert ("GPU 3", status) == (fact.name, fact.status)
    assert fact.value.startswith("Fake 9000, 8192 MiB, driver 580.1, GPU-00000003: ")
    assert said in fact.value
    assert remedy in fact.remedy


class Driver:
    """GPUs, of which those in ``sick`` do not answer."""

    def __init__(self, *gpus: Gpu, sick: tuple[int, ...] = ()) -> None:
        self._gpus, self._sick = gpus, sick

    def gpus(self) -> tuple[Gpu, ...]:
        if not self._gpus:
            raise NoGpu("nvidia-smi is not installed")
        return self._gpus

    def read(self, gpu: Gpu) -> Reading:
        if gpu.index in self._sick:
            raise GpuSick("nvidia-smi shows [GPU is lost]")
        return IDLE


def named(driver: Driver, folder: Path) -> dict[str, tuple[str, str]]:
    return {fact.name: (fact.status, fact.value) for fact in gpu_facts(driver, folder)}


def test_one_sick_gpu_does_not_keep_the_other_from_grading(tmp_path: Path) -> None:
    other = replace(GPU, index=1, uuid="GPU-00000001")
    found = named(Driver(other, GPU, sick=(3,)), tmp_path)

    assert ("ok", "1 of 2 can be lent") == found["GPUs"]
    assert ("warn", "Fake 9000, GPU-00000003: nvidia-smi shows [GPU is lost]") == found["GPU 3"]
    assert "ok" == found["GPU 1"][0]


def test_without_a_gpu_that_works_grading_is_refused(tmp_path: Path) -> None:
    assert ("fail", "0 of 1 can be lent") == named(Driver(GPU, sick=(3,)), tmp_path)["GPUs"]
    assert ("fail", "nvidia-smi is not installed") == named(Driver(), tmp_path)["GPUs"]


def test_who_has_a_gpu_is_read_from_its_lock(tmp_path: Path) -> None:
    lock = HostLock(tmp_path, GPU.uuid)
    lock.take(holder="ada (process 7)", since="noon")
    assert named(Driver(GPU), tmp_path)["GPU 3"][1].endswith("held by ada (process 7) since noon")

    lock.give_back(quarantine="it hung")

    assert named(Driver(GPU), tmp_path)["GPU 3"][1].endswith("quarantined by the last run that had it: it hung")


def test_a_lock_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "locks").write_text("")
    status, value = named(Driver(GPU), tmp_path / "locks")["GPU locks"]

    assert ("fail", f"{tmp_path / 'locks'} is no folder that you may write to") == (status, value)


@pytest.mark.parametrize(("torch", "status"), [("2.13.0+cpu", "fail"), ("2.13.0", "ok"), ("2.13.0+cu130", "ok")])
def test_a_cpu_build_of_torch_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, torch: str, status: str
) -> None:
    monkeypatch.setattr(facts, "version", lambda _name: torch)

    assert status == named(Driver(GPU), tmp_path)["CUDA"][0]
