"""Nothing secret enters the wall: a canary planted in a reference is in no byte of the image and of no frame."""

from __future__ import annotations

from pathlib import Path

import docker
import pytest

from torchgrade.graders.oracle import Oracle
from torchgrade.graders.packs import load_catalog, load_reference
from torchgrade.graders.plan import plan_problem
from torchgrade.sandbox import process
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import JobFile
from torchgrade.sandbox.worker.manifest import worker_files

CANARY = b"CANARY-3f8a1c"
PACK = Path(__file__).parent / "pack"


def test_the_canary_is_planted() -> None:
    problem = load_catalog([PACK]).problem("wall/double")

    assert CANARY.decode() in load_reference(problem).solution


def test_no_frame_to_a_student_holds_the_canary_or_an_expected_value(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = plan_problem(load_catalog([PACK]).problem("wall/double"), seed=5)
    trusted, hostile = ProcessRunner(), ProcessRunner()
    try:
        expected = Oracle(trusted).expected(plan)
        sent = bytearray()
        write = process.PipeChannel.write

        def recording(self: process.PipeChannel, data: memoryview) -> int:
            count = write(self, data)
            sent.extend(data[:count])
            return count

        monkeypatch.setattr(process.PipeChannel, "write", recording)
        source = "def double(x):\n    return x + x\n"
        sandbox = hostile.sandbox("student")
        sandbox.observe(plan.task([JobFile(name="double.py", source=source)], {"double": "double.py"}))
        sandbox.close()
    finally:
        trusted.close()
        hostile.close()

    assert source.encode().replace(b"\n", b"\\n") in sent  # the recording is real
    assert CANARY not in sent
    large = [reply for reply in expected.replies if len(reply) > 40]
    assert large
    assert not [reply for reply in large if reply in sent]


def test_the_worker_that_goes_inside_knows_no_problem() -> None:
    for name, data in worker_files().items():
        assert CANARY not in data
        assert b"torchgrade.reference" not in data, name


@pytest.mark.docker
@pytest.mark.slow
def test_no_byte_of_the_image_holds_a_reference(engine: docker.DockerClient, worker_image: str) -> None:
    secret = (Path(__file__).parents[2] / "reference/gather/diagonal-3d/solution.py").read_bytes().strip()
    container = engine.containers.create(worker_image)
    try:
        kept = b""
        for chunk in container.export(chunk_size=4 * 1024 * 1024):
            window = kept + chunk
            assert CANARY not in window
            assert secret not in window
            kept = window[-4096:]
    finally:
        container.remove()
