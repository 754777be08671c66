"""Our failure is never the student's: whatever ends from outside is SandboxFailed, and nothing is left of it."""

from __future__ import annotations

import threading
from pathlib import Path

import docker
import pytest

from torchgrade.sandbox.docker import DockerRunner, EngineUnavailable, Isolation
from torchgrade.sandbox.docker.engine import Engine
from torchgrade.sandbox.docker.owner import RUN_LABEL
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.protocol import JobFile, Observation, Sandbox, SandboxFailed, Task

PROBE = "from torchgrade.problems.kit import check\n@check()\ndef a(solution, n): return solution.f(n)"
LIMITS = Limits(memory_mib=128, processes=16, case_seconds=10)


def ask(sandbox: Sandbox, source: str = "def f(n): return n", *, cases: int = 2) -> Observation:
    return sandbox.observe(
        Task(
            files=(JobFile(name="solution.py", source=source),),
            entry_points={"f": "solution.py"},
            checks_source=PROBE,
            checks=(("a", cases),),
            cases=tuple(encode({"n": n}) for n in range(cases)),
            limits=LIMITS,
        )
    )


def endings(observation: Observation) -> list[str]:
    return [case.ending.value for case in observation.cases]


def of_run(engine: docker.DockerClient, runner: DockerRunner) -> list[str]:
    filters = {"label": f"{RUN_LABEL}={runner.run}"}
    return [str(found["Id"]) for found in engine.api.containers(all=True, filters=filters)]


def test_without_an_engine_the_message_says_both_ways_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/nobody.sock")
    client = Engine()

    with pytest.raises(EngineUnavailable, match=r"Start Docker, or, .* use --runner process"):
        client.ping()
    with pytest.raises(EngineUnavailable):
        client.wait_until_back(0.1)


@pytest.mark.docker
@pytest.mark.usefixtures("engine")
def test_a_missing_image_says_which_command_makes_it() -> None:
    runner = DockerRunner(image="torchgrade/worker:no-such-image", limits=LIMITS)

    with pytest.raises(SandboxFailed, match="run: torchgrade image build"):
        runner.sandbox("nobody")
    runner.close()


@pytest.mark.docker
@pytest.mark.parametrize("isolation", Isolation)
def test_a_container_killed_from_outside_is_our_failure_and_the_next_one_works(
    engine: docker.DockerClient, worker_image: str, isolation: Isolation
) -> None:
    runner = DockerRunner(isolation=isolation, limits=LIMITS, image=worker_image)
    sandbox = runner.sandbox("killed")
    killer = threading.Timer(0.5, engine.api.kill, [sandbox.facts["container"]])
    killer.start()

    with pytest.raises(SandboxFailed, match="the sandbox ended without a word"):
        ask(sandbox, "import time\ndef f(n): time.sleep(9)")
    killer.join()

    assert ["replied", "replied"] == endings(ask(sandbox))
    sandbox.close()
    runner.close()
    assert [] == of_run(engine, runner)


@pytest.mark.docker
def test_a_container_that_died_while_it_waited_is_not_handed_out(
    engine: docker.DockerClient, worker_image: str
) -> None:
    runner = DockerRunner(isolation=Isolation.SHARED, limits=LIMITS, image=worker_image)
    runner.sandbox("first").close()
    for container_id in of_run(engine, runner):
        engine.api.kill(container_id)

    sandbox = runner.sandbox("second")

    assert ["replied", "replied"] == endings(ask(sandbox))
    sandbox.close()
    runner.close()


@pytest.mark.docker
def test_a_shared_container_is_replaced_after_its_uses_and_no_uid_comes_twice(
    engine: docker.DockerClient, worker_image: str
) -> None:
    runner = DockerRunner(isolation=Isolation.SHARED, limits=LIMITS, image=worker_image, shared_uses=2)
    containers, uids = [], set()
    for _ in range(4):
        sandbox = runner.sandbox("one of four")
        (case,) = ask(sandbox, "import os\ndef f(n): return os.getuid()", cases=1).cases
        containers.append(sandbox.facts["container"])
        uids.add(case.reply)
        sandbox.close()
    runner.close()

    assert containers[0] == containers[1] != containers[2] == containers[3]
    assert 4 == len(uids)


@pytest.mark.docker
def test_a_grader_that_is_gone_leaves_no_running_container(engine: docker.DockerClient, worker_image: str) -> None:
    runner = DockerRunner(limits=LIMITS, image=worker_image)
    sandbox = runner.sandbox("abandoned")
    container = engine.containers.get(sandbox.facts["container"])

    # What the kernel does when we are killed: every socket of ours is closed.
    assert sandbox._container is not None
    assert sandbox._container._channel is not None
    sandbox._container._channel.close()

    assert 0 == container.wait(timeout=10)["StatusCode"]
    sandbox.close()
    runner.close()


@pytest.mark.docker
@pytest.mark.slow
def test_thirty_submissions_leave_no_container_thread_or_file(engine: docker.DockerClient, worker_image: str) -> None:
    def held() -> tuple[int, int]:
        return threading.active_count(), len(list(Path("/proc/self/fd").iterdir()))

    runner = DockerRunner(slots=2, limits=LIMITS, image=worker_image)
    of_run(engine, runner)  # the test's own client keeps a connection for each address that it asked
    before = held()
    for number in range(30):
        sandbox = runner.sandbox(f"submission {number}")
        if number % 3:
            assert ["replied", "replied"] == endings(ask(sandbox))
        else:
            assert ["died", "died"] == endings(ask(sandbox, "import os\ndef f(n): os._exit(1)"))
        sandbox.close()
        assert 6 >= len(of_run(engine, runner))
    runner.close()
    runner.close()

    assert [] == of_run(engine, runner)
    assert before == held()
