"""Run every attack of ``tests/attacks/submissions`` through the engine and write ``docs/attacks.md``.

    python -m torchgrade.benchmarks.attack_table [--modes docker shared process] [--only TEXT] [--write]

Each attack is graded on a runner of its mode, and after each an honest solution, which must pass. Run it from a
checkout, with the image of this version built. Without ``--write`` it prints what it sees and writes nothing.
"""

from __future__ import annotations

import argparse
import platform
import re
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from torchgrade.graders.judging import judge_problem
from torchgrade.graders.oracle import Oracle
from torchgrade.graders.packs import load_catalog
from torchgrade.graders.plan import ProblemPlan, plan_problem
from torchgrade.graders.results import Verdict
from torchgrade.sandbox.docker import DockerRunner, Isolation
from torchgrade.sandbox.docker.engine import Engine
from torchgrade.sandbox.process import ProcessRunner
from torchgrade.sandbox.protocol import JobFile, Runner, SandboxFailed

ROOT = Path(__file__).parents[1]
ATTACKS = ROOT / "tests" / "attacks"
TABLE = ROOT / "docs" / "attacks.md"
HONEST = "import torch\n\n\ndef double(x):\n    return torch.mul(x, 2)\n"
MODES = ("docker", "shared", "process")
SLOTS = 2
GROUPS = {
    "a": "forge the verdict",
    "b": "steal the reference or hidden inputs",
    "c": "tamper with the worker",
    "d": "use up resources",
    "e": "reach the network",
    "f": "escape",
    "g": "reach the next submission",
    "h": "Python and tensor tricks",
    "i": "malformed or merely odd",
}


@dataclass(frozen=True, slots=True)
class Attack:
    """One file, and what its header says."""

    name: str
    source: str
    expected: frozenset[str]
    modes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one attack in one mode, and of the honest solution after it."""

    attack: Attack
    mode: str
    verdicts: frozenset[str]
    neighbour: frozenset[str]
    seconds: float

    @property
    def defect(self) -> str:
        """Return what is wrong with the outcome, for people; nothing where all is well."""
        if self.neighbour != {Verdict.PASSED}:
            return f"the honest one after it: {'|'.join(sorted(self.neighbour))}"
        return "" if self.verdicts <= self.attack.expected else f"expected {'|'.join(sorted(self.attack.expected))}"


def attacks(only: str) -> list[Attack]:
    """Return the attacks whose names match a pattern."""
    found = []
    for path in sorted((ATTACKS / "submissions").glob("*.py")):
        source = path.read_text("utf-8")
        header = dict(re.findall(r"^# (attack|expect|modes): (.+)$", source, re.MULTILINE))
        if re.search(only, path.stem):
            expected, modes = header["expect"].split("|"), header.get("modes", " ".join(MODES)).split()
            found.append(Attack(path.stem, source, frozenset(expected), frozenset(modes)))
    return found


def make_runner(mode: str, plan: ProblemPlan) -> Runner:
    """Return a runner for a mode."""
    if mode == "process":
        return ProcessRunner()
    isolation = Isolation.SHARED if mode == "shared" else Isolation.CONTAINER
    return DockerRunner(limits=plan.problem.limits, slots=SLOTS, isolation=isolation)


def grader(runner: Runner, plan: ProblemPlan, oracle: Oracle) -> Callable[[str], frozenset[str]]:
    """Return a function from source text to the verdicts of its checks."""

    def grade(source: str) -> frozenset[str]:
        try:
            sandbox = runner.sandbox("attack")
            try:
                task = plan.task([JobFile(name="double.py", source=source)], {"double": "double.py"})
                observation = sandbox.observe(task)
            finally:
                sandbox.close()
        except SandboxFailed as error:
            print(f"    {error}")
            return frozenset([str(Verdict.NOT_GRADED)])
        result = judge_problem(plan, oracle.expected(plan), observation)
        return frozenset(str(check.verdict) for check in result.checks)

    return grade


def run_mode(mode: str, found: Sequence[Attack], plan: ProblemPlan, oracle: Oracle) -> list[Outcome]:
    """Run the attacks of one mode, two at a time, each followed by an honest solution."""
    runner = make_runner(mode, plan)
    grade = grader(runner, plan, oracle)

    def one(attack: Attack) -> Outcome:
        began = time.monotonic()
        verdicts = grade(attack.source)
        seconds = time.monotonic() - began
        outcome = Outcome(attack, mode, verdicts, grade(HONEST), seconds)
        print(
            f"{mode:8} {attack.name:34} {'|'.join(sorted(verdicts)):22} {seconds:5.1f} s  {outcome.defect}", flush=True
        )
        return outcome

    try:
        with ThreadPoolExecutor(SLOTS) as pool:
            return list(pool.map(one, [attack for attack in found if mode in attack.modes]))
    finally:
        runner.close()


def table(outcomes: Sequence[Outcome], seconds: dict[str, float]) -> str:
    """Return the page."""
    lines = [
        "# The attack suite: results",
        "",
        f"Generated by `benchmarks/attack_table.py` on {datetime.now(UTC):%Y-%m-%d}: torch {version('torch')}, "
        f"Python {platform.python_version()}, Docker {engine_version()}, Linux {platform.release()}.",
        "",
        "`docker` is one container for each submission, `shared` one container for each slot, and `process` is no",
        "wall: it runs the attacks on verdicts and limits only. After every attack an honest solution is graded on the",
        "same slots. A defect is an attack that gets another verdict than its header says, or an honest one that does",
        "not pass. Attacks that answer right, and so may pass, are counted by themselves.",
        "",
        "| group | mode | attacks | verdicts seen | right and passed | not graded | defects |",
        "| --- | --- | ---: | --- | ---: | ---: | ---: |",
    ]
    for letter, title in GROUPS.items():
        for mode in seconds:
            rows = [one for one in outcomes if one.mode == mode and one.attack.name.startswith(letter)]
            if not rows:
                continue
            seen = sorted({verdict for one in rows for verdict in one.verdicts})
            passed = sum(Verdict.PASSED in one.verdicts for one in rows)
            ungraded = sum(Verdict.NOT_GRADED in one.verdicts for one in rows)
            defects = sum(bool(one.defect) for one in rows)
            cells = (f"{letter.upper()}: {title}", mode, len(rows), ", ".join(seen), passed, ungraded, defects)
            lines.append(f"| {' | '.join(map(str, cells))} |")
    lines += ["", *(f"- {mode}: {spent:.0f} s in all, {SLOTS} at a time." for mode, spent in seconds.items())]
    lines += [f"- **defect**: {one.attack.name} ({one.mode}): {one.defect}" for one in outcomes if one.defect]
    return "\n".join(lines) + "\n"


def engine_version() -> str:
    """Return the version of the Docker engine, or that there is none."""
    engine = Engine()
    try:
        with engine.client() as client:
            return str(client.version()["Version"])
    except SandboxFailed:
        return "not used"
    finally:
        engine.close()


def main() -> int:
    """Run, print, and write the page if asked to."""
    parser = argparse.ArgumentParser(description="run the attack suite and write the table of results")
    parser.add_argument("--modes", nargs="+", choices=MODES, default=list(MODES))
    parser.add_argument("--only", default="", help="a pattern that names of attacks must match")
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.relative_to(ROOT)}")
    options = parser.parse_args()
    plan = plan_problem(load_catalog([ATTACKS / "pack"]).problem("wall/double"), seed=20261121)
    trusted = ProcessRunner()
    oracle = Oracle(trusted)
    outcomes: list[Outcome] = []
    seconds: dict[str, float] = {}
    try:
        oracle.expected(plan)
        for mode in options.modes:
            began = time.monotonic()
            outcomes += run_mode(mode, attacks(options.only), plan, oracle)
            seconds[mode] = time.monotonic() - began
    finally:
        trusted.close()
    page = table(outcomes, seconds)
    if options.write:
        TABLE.write_text(page, "utf-8")
    print(page)
    return 1 if any(one.defect for one in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
