"""Every attack we know, as a file, through the whole grader: in containers, in shared ones, and as a process.

Each file in ``submissions/`` says in its header what it tries and which verdicts it may get. It is graded beside an
honest neighbour and followed by one on the same slots: the attack must get one of its verdicts and no points (unless it
answers right and says so), the neighbours must get all of theirs, and nothing may be left ungraded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from torchgrade.graders.judging import judge_problem
from torchgrade.graders.oracle import Oracle
from torchgrade.graders.packs import load_catalog
from torchgrade.graders.plan import ProblemPlan, plan_problem
from torchgrade.graders.results import ProblemResult, Verdict
from torchgrade.sandbox.docker import DockerRunner, Isolation
from torchgrade.sandbox.limits import Limits
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import JobFile, Observation, Runner

HERE = Path(__file__).parent
SUBMISSIONS = sorted((HERE / "submissions").glob("*.py"))
HONEST = "import torch\n\n\ndef double(x):\n    return torch.mul(x, 2)\n"
# Long enough for a fork bomb on a busy machine to be cleaned up; the honest need a tenth of it.
pytestmark = pytest.mark.timeout(300)


@dataclass(frozen=True)
class Attack:
    """One file and what its header says."""

    name: str
    source: str
    expected: frozenset[Verdict]
    modes: frozenset[str]


def read_attack(path: Path) -> Attack:
    source = path.read_text("utf-8")
    header = dict(re.findall(r"^# (attack|expect|modes): (.+)$", source, re.MULTILINE))
    assert header.keys() >= {"attack", "expect"}, f"{path.name}: the header says `# attack:` and `# expect:`"
    modes = header.get("modes", "process docker shared").split()
    return Attack(path.stem, source, frozenset(map(Verdict, header["expect"].split("|"))), frozenset(modes))


ATTACKS = [read_attack(path) for path in SUBMISSIONS]


@pytest.fixture(scope="session")
def plan() -> ProblemPlan:
    return plan_problem(load_catalog([HERE / "pack"]).problem("wall/double"), seed=20261121)


@pytest.fixture(scope="session")
def oracle() -> Iterator[Oracle]:
    runner = ProcessRunner()
    yield Oracle(runner)
    runner.close()


def make_runner(mode: str, limits: Limits) -> Runner:
    match mode:
        case "process":
            return ProcessRunner()
        case "docker":
            return DockerRunner(limits=limits, slots=2)
        case _:
            return DockerRunner(limits=limits, slots=2, isolation=Isolation.SHARED)


Grade = Callable[[str], tuple[ProblemResult, Observation]]


@pytest.fixture(
    scope="module", params=["process", *(pytest.param(mode, marks=pytest.mark.docker) for mode in ("docker", "shared"))]
)
def mode(request: pytest.FixtureRequest) -> str:
    if request.param != "process":
        request.getfixturevalue("worker_image")
    return str(request.param)


@pytest.fixture(scope="module")
def grade(mode: str, plan: ProblemPlan, oracle: Oracle) -> Iterator[Grade]:
    runner = make_runner(mode, plan.problem.limits)

    def graded(source: str) -> tuple[ProblemResult, Observation]:
        sandbox = runner.sandbox("attack")
        try:
            observation = sandbox.observe(
                plan.task([JobFile(name="double.py", source=source)], {"double": "double.py"})
            )
        finally:
            sandbox.close()
        return judge_problem(plan, oracle.expected(plan), observation), observation

    yield graded
    runner.close()


def verdicts(result: ProblemResult) -> set[Verdict]:
    return {check.verdict for check in result.checks}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_gets_its_verdict_and_harms_nobody(attack: Attack, mode: str, grade: Grade) -> None:
    if mode not in attack.modes:
        pytest.skip(f"is about what only {' and '.join(sorted(attack.modes))} promise")
    with ThreadPoolExecutor(2) as pool:
        attacking, beside = pool.submit(grade, attack.source), pool.submit(grade, HONEST)
        result, observation = attacking.result()
        neighbour, _ = beside.result()
    after, _ = grade(HONEST)

    told = [(check.verdict, check.message.en) for check in result.checks]
    assert attack.expected >= verdicts(result), (told, observation.stderr[-500:])
    assert (0 if Verdict.PASSED not in attack.expected else result.max_score) == result.score
    assert {Verdict.PASSED} == verdicts(neighbour), [check.message.en for check in neighbour.checks]
    assert {Verdict.PASSED} == verdicts(after), [check.message.en for check in after.checks]


def test_two_honest_solutions_in_turn_pass(grade: Grade) -> None:
    for _ in range(2):
        assert {Verdict.PASSED} == verdicts(grade(HONEST)[0])


def test_no_memory_of_the_one_before_is_left(grade: Grade) -> None:
    # Forks of one supervisor share its memory: answers and source that went through it must have gone.
    for _ in range(2):
        grade(HONEST)
    attack = next(attack for attack in ATTACKS if attack.name == "g08_reads_the_one_before")

    _, observation = grade(attack.source)

    assert "found []\nsources 0\n" == observation.stdout


@pytest.mark.parametrize(
    ("name", "nothing"),
    [
        ("g14_leaves_connections", "found 0 0\n"),
        ("g16_locks_on_inherited_files", "found []\n"),
        ("g17_leaves_flow_labels", "found []\n"),
        ("g18_memory_in_flight", "found 0\n"),
    ],
)
def test_no_message_of_the_one_before_is_left(name: str, nothing: str, mode: str, grade: Grade) -> None:
    if mode == "process":
        pytest.skip("is about what only docker and shared promise")
    attack = next(attack for attack in ATTACKS if attack.name == name)

    found = [grade(attack.source)[1].stdout for _ in range(4)]  # two slots, each twice

    assert [nothing] * 4 == found


def test_memory_that_nobody_holds_any_more_is_there_for_the_next(mode: str, grade: Grade) -> None:
    if mode == "process":
        pytest.skip("is about what only docker and shared promise")
    attack = next(attack for attack in ATTACKS if attack.name == "g18_memory_in_flight")
    needs_memory = "work = torch.ones(100, 1024, 256)  # 100 of its 192 MiB\n    return work[0, 0, 0] * "
    needy = HONEST.replace("return ", needs_memory)

    for _ in range(3):
        grade(attack.source)
        assert {Verdict.PASSED} == verdicts(grade(needy)[0])
