"""An engine that is stopped or killed under a running batch, and started again: nothing is lost and nobody is blamed.

It stops the engine under everybody who uses it, so it runs where TORCHGRADE_RESTART_ENGINE=1 says that nobody does;
``.ci/run`` says so for an engine that it started itself.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import docker
import pytest

from torchgrade.sandbox.docker.owner import OURS_LABEL, OWNER_LABEL, Owner

ROOT = Path(__file__).parents[2]
PACK = ROOT / "tests" / "attacks" / "pack"
ENGINE_PID = Path("/var/run/docker.pid")
SUBMISSIONS, SECONDS_EACH = 12, 1.5
GRADED, NOT_GRADED = 0, 4
MOST_RUNS = 4  # of the command, until nothing is left to grade
pytestmark = [
    pytest.mark.docker,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(
        os.environ.get("TORCHGRADE_RESTART_ENGINE") != "1" or not ENGINE_PID.exists(),
        reason="stops the engine under everybody who uses it; set TORCHGRADE_RESTART_ENGINE=1 on a machine of your own",
    ),
]


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    for number in range(SUBMISSIONS):
        folder = tmp_path / "class" / f"student{number}"
        folder.mkdir(parents=True)
        (folder / "double.py").write_text(f"import time\ntime.sleep({SECONDS_EACH})\ndef double(x): return x * 2\n")
    (tmp_path / "wall.yaml").write_text(
        "format: 1\ntitle: {en: Wall, ko: 벽}\nproblems:\n  - {id: wall/double}\n", "utf-8"
    )
    start = "from torchgrade.cli import main; main()"
    asked = ["grade", tmp_path / "class", "--assignment", tmp_path / "wall.yaml", "--pack", PACK, "--jobs", "2"]
    return [sys.executable, "-c", start, *map(str, asked), "--out", str(tmp_path / "out"), "--seed", "7"]


def results(out: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((out / "results.json").read_text("utf-8"))["submissions"]
    return found


def wait_until_it_grades(engine: docker.DockerClient, process: subprocess.Popen[str]) -> None:
    while process.poll() is None:
        labels = [found["Labels"] for found in engine.api.containers(filters={"label": f"{OURS_LABEL}=1"})]
        owners = [Owner.from_label(one.get(OWNER_LABEL, "")) for one in labels]
        if any(owner is not None and owner.pid == process.pid for owner in owners):
            time.sleep(SECONDS_EACH)
            return
        time.sleep(0.2)
    pytest.fail("the batch ended before it had a container")


def wait_until_gone(pid: int) -> None:
    while Path(f"/proc/{pid}").exists() and "Z" not in Path(f"/proc/{pid}/stat").read_text().split()[2]:
        time.sleep(0.1)


@pytest.mark.usefixtures("worker_image")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_batch_survives_its_engine(
    engine: docker.DockerClient, command: list[str], tmp_path: Path, how: signal.Signals
) -> None:
    for turn in range(MOST_RUNS):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
            if turn == 0:
                wait_until_it_grades(engine, process)
                pid = int(ENGINE_PID.read_text())
                os.kill(pid, how)
                wait_until_gone(pid)
                time.sleep(3)
                subprocess.run([ROOT / ".ci" / "engine"], check=True, capture_output=True)
            said, _ = process.communicate(timeout=300)
        assert "Traceback" not in said
        assert process.returncode in (GRADED, NOT_GRADED), said
        for one in results(tmp_path / "out"):
            assert (one["status"], one["score"]) == ("graded", one["max_score"]) or one["status"] == "not_graded"
        if process.returncode == GRADED:
            break

    assert GRADED == process.returncode
    assert ["graded"] * SUBMISSIONS == [one["status"] for one in results(tmp_path / "out")]
    assert [] == [
        found["Id"]
        for found in engine.api.containers(all=True, filters={"label": f"{OURS_LABEL}=1"})
        if (owner := Owner.from_label(found["Labels"].get(OWNER_LABEL, ""))) is not None and owner.pid == process.pid
    ]
