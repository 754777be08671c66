"""What the wall costs, as ratios in one run: ``python -m torchgrade.benchmarks.wall [--part NAME ...]``.

Needs a Docker engine and the image of this version. Each figure is a ratio of wall seconds on two slots, measured side
by side, because machines are shared and absolute times say little:

single    ten problems of a class of 100 in single-use containers, start and reports included, against one container
          that imports torch per submission, the floor
shared    one more submission of the gather unit in shared containers, against one more in single-use ones, and against
          a container with a pytest of its own, which is what course graders do
timeout   how long after its limit the verdict on an endless loop is there, and the container gone
leaks     what is left of a thousand submissions: containers, cgroups, threads, descriptors, memory
"""

from __future__ import annotations

import argparse
import io
import json
import os
import statistics
import sys
import tarfile
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import files
from pathlib import Path

import docker

from torchgrade.benchmarks.spine import GRADE, SEED, cost, write_class, write_pytest
from torchgrade.graders.oracle import Oracle
from torchgrade.graders.packs import load_catalog, load_reference
from torchgrade.graders.plan import plan_problem
from torchgrade.graders.problem import Problem
from torchgrade.sandbox.docker import DockerRunner, Isolation
from torchgrade.sandbox.docker.owner import RUN_LABEL
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.image.command import ensure_image
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import Ending, JobFile, Task

SLOTS = 2
UNITS = ("gather", "modules", "shapes")
PYTEST = ("pytest", "pluggy", "iniconfig", "packaging", "pygments")
IMAGE = "torchgrade/benchmark-pytest:local"
PROBE = "from torchgrade.problems.kit import check\n@check()\ndef a(solution, n): return solution.f(n)"

Figures = dict[str, float | int]


def problems_of(units: Sequence[str], most: int | None = None) -> list[Problem]:
    found = load_catalog([]).load_all().items()
    return [problem for name, problem in found if name.split("/")[0] in units][:most]


class Class:
    """Right submissions of some problems, in a folder, and the command that grades them."""

    def __init__(self, folder: Path, problems: Sequence[Problem], count: int) -> None:
        self.folder = folder
        self.count = count
        self.sources = {problem.slug.replace("-", "_"): load_reference(problem).solution for problem in problems}
        self._runs = iter(range(1000))
        folder.mkdir()
        write_class(folder / "class", count, self.sources)
        lines = "".join(f"  - {{id: {problem.id}}}\n" for problem in problems)
        (folder / "unit.yaml").write_text(f"format: 1\ntitle: {{en: Unit, ko: 단원}}\nproblems:\n{lines}", "utf-8")

    def seconds(self, isolation: str) -> float:
        """Grade the class once, start and reports included; return the wall seconds."""
        words = ["grade", self.folder / "class", "--assignment", self.folder / "unit.yaml", "--runner", "docker"]
        words += ["--isolation", isolation, "--jobs", SLOTS, "--out", self.folder / f"out{next(self._runs)}"]
        words += ["--seed", SEED, "--progress", "none"]
        return cost([*GRADE, *map(str, words)]).wall


def seconds_each(large: Class, small: Class, isolation: str) -> float:
    """Return the wall seconds of one more submission: what a run costs to start is in neither throughput."""
    return (large.seconds(isolation) - small.seconds(isolation)) / (large.count - small.count)


def seconds_per_container(client: docker.DockerClient, image: str, command: list[str], count: int) -> float:
    """Run a command in a container of its own, ``count`` times on our slots; return the wall seconds for each."""

    def once(_number: int) -> None:
        container = client.containers.create(image, entrypoint=command, network_mode="none", mem_limit="2g")
        try:
            container.start()
            code = container.wait()["StatusCode"]
            if code:
                raise SystemExit(f"{command}: exit code {code}\n{container.logs().decode()[-2000:]}")
        finally:
            container.remove(force=True)

    began = time.monotonic()
    with ThreadPoolExecutor(SLOTS) as pool:
        list(pool.map(once, range(count)))
    return (time.monotonic() - began) / count


def build_pytest_image(client: docker.DockerClient, image: str, folder: Path) -> None:
    """Build the image of a course that tests in a container: ours, pytest, the tests and one solution."""
    context = io.BytesIO()
    with tarfile.open(fileobj=context, mode="w") as archive:

        def add(name: str, data: bytes) -> None:
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(data), 0o644
            archive.addfile(info, io.BytesIO(data))

        path = "/course/site:/opt/torchgrade"
        recipe = f"FROM {image}\nCOPY . /course/\nENV PYTHONPATH={path}\nWORKDIR /course/tests\n"
        add("Dockerfile", recipe.encode())
        for package in PYTEST:
            for file in files(package) or []:
                if file.suffix == ".py":
                    add(f"site/{file}", file.read_binary())
        for test in (path for path in folder.rglob("*") if path.is_file()):
            add(f"tests/{test.relative_to(folder)}", test.read_bytes())
    context.seek(0)
    client.images.build(fileobj=context, custom_context=True, tag=IMAGE, rm=True)


def measure_single(folder: Path, repeats: int) -> Figures:
    client, image = docker.from_env(), ensure_image("cpu")
    ten = Class(folder / "ten", problems_of(UNITS, 10), 100)
    ratios = []
    for _ in range(repeats):
        # Before and after, for the machine may have changed its speed meanwhile.
        before, batch, after = (
            seconds_per_container(client, image, ["python3", "-c", "import torch"], 30),
            ten.seconds("container") / ten.count,
            seconds_per_container(client, image, ["python3", "-c", "import torch"], 30),
        )
        ratios.append(batch / statistics.mean([before, after]))
        print(f"single: {before:.2f}, {batch:.2f}, {after:.2f}: {ratios[-1]:.2f}", file=sys.stderr, flush=True)
    return {"single_use_over_floor": round(statistics.median(ratios), 2), "floor_seconds": round(after, 2)}


def measure_shared(folder: Path, repeats: int) -> Figures:
    client, image = docker.from_env(), ensure_image("cpu")
    problems = problems_of(("gather",))
    many, some, few = (Class(folder / str(count), problems, count) for count in (200, 30, 10))
    tests = folder / "tests"
    tests.mkdir()
    runner = ProcessRunner()
    write_pytest(tests, [plan_problem(problem, seed=SEED) for problem in problems], Oracle(runner))
    runner.close()
    for slug, source in many.sources.items():
        (tests / f"{slug}.py").write_text(source, "utf-8")
    build_pytest_image(client, image, tests)
    against_single, against_pytest = [], []
    try:
        for _ in range(repeats):
            shared = seconds_each(many, few, "shared")
            against_single.append(seconds_each(some, few, "container") / shared)
            pytest = ["python3", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", "."]
            against_pytest.append(seconds_per_container(client, IMAGE, pytest, few.count) / shared)
    finally:
        client.images.remove(IMAGE, force=True)
    return {
        "shared_seconds_per_submission": round(shared, 3),
        "shared_over_single_use_throughput": round(statistics.median(against_single), 1),
        "shared_over_container_and_pytest_throughput": round(statistics.median(against_pytest), 1),
    }


def one_case(source: str, limits: Limits) -> Task:
    return Task(
        files=(JobFile(name="solution.py", source=source),),
        entry_points={"f": "solution.py"},
        checks_source=PROBE,
        checks=(("a", 1),),
        cases=(encode({"n": 1}),),
        limits=limits,
    )


def measure_timeout(_folder: Path, repeats: int) -> Figures:
    """Endless loops on both slots of either mode. What a verdict takes includes loading the submission."""
    client, limits = docker.from_env(), Limits(memory_mib=128, case_seconds=1.0)
    late, gone = [], []

    def once(runner: DockerRunner) -> None:
        sandbox = runner.sandbox("loops")
        name = sandbox.facts["container"]
        began = time.monotonic()
        observation = sandbox.observe(one_case("def f(n):\n    while True: pass", limits))
        ended = time.monotonic()
        assert observation.cases[0].ending is Ending.CASE_TIMEOUT, observation.cases[0]
        late.append(ended - began - limits.case_seconds)
        sandbox.close()
        if runner.isolation is Isolation.CONTAINER:
            while client.api.containers(all=True, filters={"id": name}):
                time.sleep(0.01)
            gone.append(time.monotonic() - ended)

    for isolation in Isolation:
        runner = DockerRunner(isolation=isolation, slots=SLOTS, limits=limits)
        with ThreadPoolExecutor(SLOTS) as pool:
            list(pool.map(once, [runner] * (20 * repeats)))
        runner.close()
    return {
        "timeouts": len(late),
        "verdict_after_limit_p99_seconds": round(statistics.quantiles(late, n=100)[98], 2),
        "container_gone_after_verdict_p95_seconds": round(statistics.quantiles(gone, n=20)[18], 2),
    }


def held(run: str) -> dict[str, int]:
    """Return what this process and a run's containers hold, and the cgroups of containers that are gone."""
    status = Path("/proc/self/status").read_text()
    rss = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    client = docker.from_env()
    known = {str(found["Id"]) for found in client.api.containers(all=True)}
    cgroups = {name for _, found, _ in os.walk("/sys/fs/cgroup") for name in found if len(name) == 64}
    containers = client.api.containers(all=True, filters={"label": f"{RUN_LABEL}={run}"})
    client.close()
    return {
        "containers": len(containers),
        "cgroups": len(cgroups - known),
        "threads": threading.active_count(),
        "descriptors": len(list(Path("/proc/self/fd").iterdir())),
        "rss_kib": rss,
    }


def measure_leaks(_folder: Path, _repeats: int, submissions: int = 1000) -> Figures:
    """Grade a thousand submissions on one runner; right ones, and every tenth ends badly."""
    limits = Limits(memory_mib=128, case_seconds=1.0)
    sources = ["def f(n): return n"] * 9 + ["import os\ndef f(n): os.kill(os.getpid(), 9)"]
    runner = DockerRunner(isolation=Isolation.SHARED, slots=SLOTS, limits=limits)
    before = held(runner.run)

    def once(number: int) -> None:
        sandbox = runner.sandbox("one")
        sandbox.observe(one_case(sources[number % len(sources)], limits))
        sandbox.close()

    memory = []
    with ThreadPoolExecutor(SLOTS) as pool:
        for _ in range(5):
            list(pool.map(once, range(submissions // 5)))
            memory.append(held(runner.run)["rss_kib"])
    runner.close()
    after = held(runner.run)
    left: Figures = {f"left_{name}": after[name] - before[name] for name in before if name != "rss_kib"}
    return left | {"rss_last_over_first_fifth": round(memory[-1] / memory[0], 3)}


PARTS: dict[str, Callable[[Path, int], Figures]] = {
    "single": measure_single,
    "shared": measure_shared,
    "timeout": measure_timeout,
    "leaks": measure_leaks,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--part", choices=list(PARTS), action="append")
    parser.add_argument("--repeats", type=int, default=3)
    arguments = parser.parse_args()
    figures: Figures = {}
    for part in arguments.part or PARTS:
        with tempfile.TemporaryDirectory() as name:
            figures |= PARTS[part](Path(name), arguments.repeats)
        print(f"{part} done", file=sys.stderr, flush=True)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
