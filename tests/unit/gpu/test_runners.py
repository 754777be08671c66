"""Runners and GPUs: a lease for each submission, its GPU and no other in sight, and what broke is nobody's answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from torchgrade.problems.values import Value
from torchgrade.sandbox import process
from torchgrade.sandbox.decode import decode_many
from torchgrade.sandbox.docker.runner import _places
from torchgrade.sandbox.docker.spec import Isolation, Place, container_arguments
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.gpu.smi import Gpu, GpuSick
from torchgrade.sandbox.gpu.task import START_SECONDS, gpu_options, require_cuda, with_gpu_limits
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import JobFile, SandboxFailed, Task

GPU = Gpu(index=0, uuid="GPU-00000001", name="Fake 9000", memory_mib=8192, driver="580.1")
PROBE = "from torchgrade.problems.kit import check\n@check()\ndef asks(solution, n):\n    return solution.f(n)\n"


class FakeLease:
    """A lease that remembers what was asked of it."""

    gpu = GPU

    def __init__(self, *, sick: bool = False) -> None:
        self.sick = sick
        self.closed = 0

    def check(self) -> None:
        if self.sick:
            raise GpuSick("it hangs")

    def close(self) -> None:
        self.closed += 1


class FakePool:
    """A pool with one GPU that is always free."""

    gpus = (GPU,)

    def __init__(self, *, sick: bool = False) -> None:
        self.leases: list[FakeLease] = []
        self._sick = sick

    def lease(self) -> FakeLease:
        self.leases.append(FakeLease(sick=self._sick))
        return self.leases[-1]


def runner(pool: FakePool | None) -> ProcessRunner:
    return ProcessRunner(gpus=pool)  # type: ignore[arg-type] # a fake


def task(source: str) -> Task:
    return Task(
        files=(JobFile(name="solution.py", source=source),),
        entry_points={"f": "solution.py"},
        checks_source=PROBE,
        checks=(("asks", 1),),
        cases=(encode({"n": 1}),),
        limits=Limits(),
    )


def visible(pool: FakePool | None) -> Value:
    """Return what a submission sees as its GPUs, and the interpreter's age in forks."""
    opened = runner(pool)
    try:
        sandbox = opened.sandbox("one")
        observation = sandbox.observe(task("import os\n\ndef f(n):\n    return os.environ['CUDA_VISIBLE_DEVICES']\n"))
        sandbox.close()
        (case,) = observation.cases
        assert case.reply is not None, case.reason
        assert (pool is None) == ("gpu" not in observation.facts)
        return decode_many(case.reply, 2)[0]
    finally:
        opened.close()


def test_without_a_lease_no_gpu_is_in_sight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0,1")

    assert "" == visible(None)


def test_a_submission_sees_the_gpu_that_was_leased_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "require_cuda", lambda *_facts, **_words: None)
    pool = FakePool()

    assert GPU.uuid == visible(pool)
    assert [1] == [lease.closed for lease in pool.leases]


def test_a_gpu_that_broke_makes_the_answers_ours_to_repeat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "require_cuda", lambda *_facts, **_words: None)
    opened = runner(FakePool(sick=True))
    try:
        sandbox = opened.sandbox("one")
        with pytest.raises(SandboxFailed, match="it hangs"):
            sandbox.observe(task("def f(n):\n    return n\n"))
        sandbox.close()
    finally:
        opened.close()


def test_a_torch_without_cuda_is_our_fault_and_not_the_submissions() -> None:
    torch = pytest.importorskip("torch")
    if torch.version.cuda is not None:
        pytest.skip("torch has CUDA here")
    opened = runner(FakePool())
    try:
        sandbox = opened.sandbox("one")
        with pytest.raises(SandboxFailed, match=r"this machine has torch .* without CUDA.*install torch's CUDA build"):
            sandbox.observe(task("def f(n):\n    return n\n"))
        sandbox.close()
    finally:
        opened.close()


def test_a_task_on_a_gpu_is_refused_by_a_runner_without_gpus() -> None:
    opened = runner(None)
    try:
        with pytest.raises(ValueError, match="the runner has no GPUs"):
            opened.sandbox("one").observe(replace(task("def f(n):\n    return n\n"), device="cuda"))
    finally:
        opened.close()


@pytest.mark.parametrize("cuda", ["None", "", None])
def test_what_a_worker_greets_with_decides(cuda: str | None) -> None:
    facts = {"torch": "2.13.0+cpu"} | ({} if cuda is None else {"cuda": cuda})

    with pytest.raises(SandboxFailed, match=r"the image has torch 2\.13\.0\+cpu without CUDA.*; do this"):
        require_cuda(facts, where="the image", fix="do this")


def test_a_worker_with_cuda_is_taken() -> None:
    require_cuda({"cuda": "13.0"}, where="here", fix="nothing")


def test_a_task_on_a_gpu_has_an_interpreter_of_its_own_and_time_to_start_it() -> None:
    limits = Limits(import_seconds=20, case_seconds=5, total_seconds=60, memory_mib=512)
    checks = (("one", 1), ("two", 1))
    asked = Task(files=(), entry_points={}, checks_source="", checks=checks, cases=(), limits=limits, device="cuda")

    more = with_gpu_limits(asked).limits
    seconds = more.import_seconds, more.case_seconds, more.total_seconds

    assert {"fresh": True, "gpu_mib": 512} == gpu_options(asked)
    assert (20 + START_SECONDS, 5, 60 + 3 * START_SECONDS) == seconds


def test_a_docker_slot_is_made_for_every_gpu_and_not_for_every_job() -> None:
    assert [(0, GPU.uuid)] == [(place.number, place.gpu) for place in _places(8, (GPU,))]
    assert [None, None] == [place.gpu for place in _places(2, ())]


def test_only_a_container_with_a_gpu_is_told_about_cuda() -> None:
    def environment(gpu: str | None) -> dict[str, str]:
        place = Place(number=0, cpu=0, gpu=gpu)
        arguments = container_arguments(
            "image", "name", limits=Limits(), isolation=Isolation.CONTAINER, uid=1, place=place, labels={}
        )
        return dict(arguments["environment"])

    added = set(environment("GPU-1").items()) - set(environment(None).items())
    assert {("NVIDIA_DRIVER_CAPABILITIES", "compute"), ("CUBLAS_WORKSPACE_CONFIG", ":4096:8")} == added


def test_the_scrubber_is_part_of_the_image() -> None:
    from torchgrade.sandbox.gpu.scrub import PROGRAM
    from torchgrade.sandbox.worker.manifest import WORKER_FILES, package_root

    assert PROGRAM.relative_to(package_root()).as_posix() in WORKER_FILES
