"""What tests on a real GPU share. ``python -m pytest tests/gpu`` is all it takes: torch with CUDA, pytest, a checkout.

Nothing has to be installed but those two: what also needs Docker, or what the graders need, is skipped with its reason.
"""

from __future__ import annotations

import importlib.util
import sys
import types
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if importlib.util.find_spec("torchgrade") is None:  # a bare checkout: its folder is the package
    package = types.ModuleType("torchgrade")
    package.__path__ = [str(Path(__file__).resolve().parents[2])]
    sys.modules["torchgrade"] = package

from torchgrade.problems.values import TensorValue, Value
from torchgrade.sandbox.decode import decode_many
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.protocol import JobFile, Observation, Task

if TYPE_CHECKING:
    from torchgrade.sandbox.gpu.pool import GpuPool
    from torchgrade.sandbox.gpu.smi import Gpu
    from torchgrade.sandbox.protocol import Runner

LIMITS = Limits(import_seconds=60, case_seconds=30, total_seconds=180, memory_mib=4096)


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.gpu)


@pytest.fixture(scope="session")
def gpus() -> tuple[Gpu, ...]:
    """The GPUs of this machine, or the reason why there are none."""
    from torchgrade.sandbox.gpu.smi import NoGpu, NvidiaSmi, usable

    torch = pytest.importorskip("torch")
    if torch.version.cuda is None:
        pytest.skip(f"needs a GPU: torch {torch.__version__} has no CUDA")
    try:
        return usable(NvidiaSmi().gpus())
    except NoGpu as error:
        pytest.skip(f"needs a GPU: {error}")


@pytest.fixture
def gpu(gpus: tuple[Gpu, ...]) -> Gpu:
    return gpus[0]


def open_pool_in(folder: Path, scrubber: Any) -> GpuPool:
    from torchgrade.sandbox.gpu.pool import open_pool

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TORCHGRADE_LOCK_DIR", str(folder))
        return open_pool(scrubber, say=warnings.warn, stopped=lambda: False)


def process_runner(folder: Path) -> tuple[Runner, GpuPool]:
    from torchgrade.sandbox.gpu.scrub import ProcessScrubber
    from torchgrade.sandbox.process import ProcessRunner

    pool = open_pool_in(folder, ProcessScrubber())
    return ProcessRunner(gpus=pool), pool


def docker_runner(folder: Path, isolation: str) -> tuple[Runner, GpuPool]:
    pytest.importorskip("docker", reason="needs the docker package")
    from torchgrade.sandbox.docker.engine import Engine, EngineUnavailable
    from torchgrade.sandbox.docker.runner import DockerRunner
    from torchgrade.sandbox.docker.scrub import DockerScrubber
    from torchgrade.sandbox.docker.spec import Isolation
    from torchgrade.sandbox.image.command import find_image

    engine = Engine()
    try:
        with engine.client() as client:
            runtimes = client.info().get("Runtimes") or {}
    except EngineUnavailable as error:
        pytest.skip(f"needs a Docker engine: {error}")
    finally:
        engine.close()
    if "nvidia" not in runtimes:
        pytest.skip("needs the NVIDIA container toolkit: the engine has no nvidia runtime")
    if find_image("cuda") is None:
        pytest.skip("needs the GPU image: torchgrade image build --device cuda")
    pool = open_pool_in(folder, DockerScrubber())
    return DockerRunner(isolation=Isolation(isolation), limits=LIMITS, gpus=pool), pool


@dataclass(frozen=True, slots=True)
class Bench:
    """A runner with its GPUs."""

    runner: Runner
    pool: GpuPool


@pytest.fixture(scope="session", params=["process", "docker-container", "docker-shared"])
def bench(
    request: pytest.FixtureRequest, gpus: tuple[Gpu, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("locks")
    kind = request.param
    made = process_runner(folder) if kind == "process" else docker_runner(folder, kind.removeprefix("docker-"))
    yield Bench(*made)
    made[0].close()


@dataclass(frozen=True, slots=True)
class Seen:
    """An observation with its replies decoded; None for a case without one."""

    observation: Observation
    answers: list[Value]

    @property
    def endings(self) -> list[str]:
        return [case.ending.value for case in self.observation.cases]


Ask = Callable[..., Seen]


@pytest.fixture(scope="session")
def ask(bench: Bench) -> Ask:
    """Run one submission, ``f(**case)`` for every case, on a GPU that is leased for it and given back."""

    def observe(source: str, *cases: dict[str, Value], on_cpu: tuple[int, ...] = (), **limits: Any) -> Seen:
        names = ", ".join(cases[0])
        task = Task(
            files=(JobFile(name="solution.py", source=source),),
            entry_points={"f": "solution.py"},
            checks_source=(
                "from torchgrade.problems.kit import check\n\n\n"
                f"@check()\ndef asks(solution, {names}):\n    return solution.f({names})\n"
            ),
            checks=(("asks", len(cases)),),
            cases=tuple(encode(case) for case in cases),
            limits=replace(LIMITS, **limits),
            device="cuda",
            on_cpu=on_cpu,
        )
        sandbox = bench.runner.sandbox("a test")
        try:
            observation = sandbox.observe(task)
        finally:
            sandbox.close()
        replies = [case.reply for case in observation.cases]
        return Seen(observation, [None if one is None else decode_many(one, 2)[0] for one in replies])

    return observe


Floats = Callable[..., TensorValue]


@pytest.fixture(scope="session")
def floats() -> Floats:
    """Make a float32 case: ``floats((2, 3), layout="strided")`` counts 0, 1, 2, ..."""
    import math
    import struct

    def make(shape: tuple[int, ...], layout: str = "contiguous", device: str = "cpu") -> TensorValue:
        count = math.prod(shape)
        return TensorValue("float32", shape, struct.pack(f"<{count}f", *range(count)), device, layout=layout)

    return make
