"""Containers that are killed at random moments, a full disk, a missing image: nothing is lost and nobody is blamed.

A class is graded by the real command while somebody kills its containers. The same command goes on until everything is
graded, and every result is then what an undisturbed run says. TORCHGRADE_NIGHTLY=1 asks for a hundred kills.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docker
import pytest
from docker.errors import APIError, NotFound

from torchgrade.sandbox.docker.owner import OURS_LABEL, OWNER_LABEL, Owner

PACK = Path(__file__).parents[1] / "attacks" / "pack"
KILLS = 100 if os.environ.get("TORCHGRADE_NIGHTLY") == "1" else 10
NOT_GRADED = 4
MOST_RUNS = 6  # of the command, until nothing is left to grade
pytestmark = pytest.mark.timeout(KILLS * 90)

CLASS = {
    "ada": "def double(x): return x * 2",
    "ben": "def double(x): return x * 3",
    "cleo": "def double(x): return x + x",
    "dan": "def double(x): raise ValueError('no')",
    "eve": "import time\ndef double(x): time.sleep(60)",
    "finn": "import os\ndef double(x): os._exit(0)",
    "gus": "def double(x):\n    while True: print('x' * 100000)",
    "hana": "import os\ndef double(x): os.kill(os.getpid(), 9)",
}
ASSIGNMENT = "format: 1\ntitle: {en: Wall, ko: 벽}\nproblems:\n  - {id: wall/double}\n"
START = "from torchgrade.cli import main; main()"


@pytest.fixture
def submissions(tmp_path: Path) -> Path:
    for name, source in CLASS.items():
        folder = tmp_path / "class" / name
        folder.mkdir(parents=True)
        (folder / "double.py").write_text(source + "\n")
    (tmp_path / "wall.yaml").write_text(ASSIGNMENT, "utf-8")
    return tmp_path / "class"


def command(submissions: Path, out: Path, *words: str, start: str = START) -> list[str]:
    assignment = submissions.parent / "wall.yaml"
    asked = ["grade", submissions, "--assignment", assignment, "--pack", PACK, "--out", out, "--seed", "7", *words]
    return [sys.executable, "-c", start, *map(str, asked)]


def results(out: Path) -> dict[str, Any]:
    """Return what a run decided, without times and machine facts."""
    data = json.loads((out / "results.json").read_text("utf-8"))
    return {
        one["student"]: (
            one["status"],
            one["score"],
            [(one["id"], one["verdict"], one["score"]) for problem in one["problems"] for one in problem["checks"]],
        )
        for one in data["submissions"]
    }


def kill_while_it_runs(
    engine: docker.DockerClient, process: subprocess.Popen[str], chance: random.Random, left: int
) -> int:
    """Kill containers of a grader, at most ``left``, at random moments; return how many were killed."""
    killed = 0
    while process.poll() is None and killed < left:
        time.sleep(chance.uniform(0.1, 2.5))
        ours = []
        for found in engine.api.containers(filters={"label": f"{OURS_LABEL}=1"}):
            owner = Owner.from_label(found["Labels"].get(OWNER_LABEL, ""))
            if owner is not None and owner.pid == process.pid:
                ours.append(found["Id"])
        if ours:
            try:
                engine.api.kill(chance.choice(ours))
            except (NotFound, APIError):
                continue  # it was ending by itself
            killed += 1
    return killed


@pytest.mark.docker
@pytest.mark.slow
@pytest.mark.usefixtures("worker_image")
@pytest.mark.parametrize("isolation", ["container", "shared"])
def test_killed_containers_change_no_result(
    engine: docker.DockerClient, submissions: Path, tmp_path: Path, isolation: str
) -> None:
    words = ("--isolation", isolation, "--jobs", "2")
    quiet = subprocess.run(
        command(submissions, tmp_path / "quiet", *words), capture_output=True, text=True, check=False, timeout=600
    )
    assert 1 == quiet.returncode, quiet.stderr
    expected = results(tmp_path / "quiet")
    assert len(CLASS) == len(expected)
    chance, killed, turn = random.Random(20261121), 0, 0
    while killed < KILLS // 2:
        turn += 1
        out = tmp_path / f"killed-{turn}"
        for _ in range(MOST_RUNS):
            with subprocess.Popen(
                command(submissions, out, *words), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            ) as process:
                reader = threading.Thread(target=process.communicate)
                reader.start()
                killed += kill_while_it_runs(engine, process, chance, KILLS // 2 - killed)
                reader.join()
            if process.returncode != NOT_GRADED:
                break

        assert 1 == process.returncode
        assert expected == results(out)


def limit_files(kilobytes: int) -> Callable[[], None]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    return limit


@pytest.mark.parametrize("kilobytes", [1, 40, 100])
def test_a_disk_that_fills_up_loses_nothing(submissions: Path, tmp_path: Path, kilobytes: int) -> None:
    # The kernel refuses to make a file longer, as it does where the disk is full.
    words = ("--runner", "process", "--jobs", "1")
    full = subprocess.run(
        command(submissions, tmp_path / "out", *words),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        preexec_fn=limit_files(kilobytes),
    )

    assert NOT_GRADED == full.returncode, full.stderr
    assert "Traceback" not in full.stderr
    assert full.stderr.strip()

    after = subprocess.run(
        command(submissions, tmp_path / "out", *words), capture_output=True, text=True, check=False, timeout=300
    )

    assert 1 == after.returncode, after.stderr
    assert {"graded"} == {status for status, _, _ in results(tmp_path / "out").values()}


@pytest.mark.docker
@pytest.mark.usefixtures("engine")
def test_without_an_image_nothing_is_graded_and_the_remedy_is_said(submissions: Path, tmp_path: Path) -> None:
    start = f"from torchgrade.sandbox.image import command; command.find_image = lambda *_: None; {START}"
    run = subprocess.run(
        command(submissions, tmp_path / "out", start=start), capture_output=True, text=True, check=False, timeout=300
    )

    assert NOT_GRADED == run.returncode, run.stderr
    assert "torchgrade image build" in run.stderr
    assert "Traceback" not in run.stderr
