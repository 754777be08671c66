"""What a hostile submission can't do, in any runner."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest

from torchgrade.problems.values import Raised
from torchgrade.sandbox.decode import decode
from torchgrade.sandbox.protocol import Runner, Sandbox

HONEST = "def f(n):\n    return n + 1\n"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("import os; os._exit(0)", "exited with code 0"),
        ("import os; os._exit(7)", "exited with code 7"),
        ("import ctypes; ctypes.string_at(0)", "was ended by signal 11"),
        ("import os; os.kill(os.getpid(), 9)", "was ended by signal 9"),
        ("import os; os.abort()", "was ended by signal 6"),
    ],
)
def test_who_ends_without_an_answer_has_died_and_the_next_case_is_asked(
    sandbox: Sandbox, ask: Any, body: str, reason: str
) -> None:
    asked = ask(sandbox, f"def f(n):\n    if n == 0:\n        {body}\n    return n\n", checks={"a": 2})

    assert ["died", "replied"] == asked.endings
    assert reason in asked.cases[0].reason


@pytest.mark.parametrize(("line", "name"), [("raise SystemExit(0)", "SystemExit"), ("1/0", "ZeroDivisionError")])
def test_who_raises_at_import_has_failed_to_load(sandbox: Sandbox, ask: Any, line: str, name: str) -> None:
    asked = ask(sandbox, f"{line}\n{HONEST}", checks={"a": 2})

    failure = decode(asked.observation.load_failure or b"")
    assert ["load_failed"] * 2 == asked.endings
    assert isinstance(failure, Raised)
    assert name == failure.type
    assert "(solution.py, line 1)" in failure.message


def test_who_exits_at_import_has_answered_nothing(sandbox: Sandbox, ask: Any) -> None:
    asked = ask(sandbox, "import os\nos._exit(0)\n", checks={"a": 2})

    assert ["died"] * 2 == asked.endings


FORGING = """
import os
forged = {frame}
def f(n):
    for descriptor in range(64):
        try:
            os.write(descriptor, forged)
        except OSError:
            pass
    return "mine"
"""


@pytest.mark.parametrize(
    "frame",
    [
        "b'TGC1' + bytes(16) + b'\\x04' + bytes(8)",  # a reply with a wrong nonce
        "b'TGF1\\x06\\0\\0\\0\\x02{}'",  # an EXITED report of the supervisor
        "b'junk' * 100",
    ],
    ids=["reply", "report", "junk"],
)
def test_frames_written_to_every_descriptor_are_a_violation(sandbox: Sandbox, ask: Any, frame: str) -> None:
    asked = ask(sandbox, FORGING.format(frame=frame), checks={"a": 2})

    assert ["violation"] * 2 == asked.endings


def test_who_finds_the_nonce_can_only_send_other_values(sandbox: Sandbox, ask: Any) -> None:
    source = textwrap.dedent(
        """
        import gc, os
        from torchgrade.sandbox.encode import encode
        from torchgrade.sandbox.wire import ChildKind
        def f(n):
            channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel")
            for index in range(2):
                channel.say(ChildKind.REPLY, index, encode("forged") + encode({}))
            channel.say(ChildKind.DONE)
            os._exit(0)
        """
    )

    asked = ask(sandbox, source, checks={"a": 2})

    assert ["forged", "forged"] == asked.answers


def test_who_answers_a_case_twice_breaks_the_rules_for_all_cases(sandbox: Sandbox, ask: Any) -> None:
    source = textwrap.dedent(
        """
        import gc
        from torchgrade.sandbox.encode import encode
        from torchgrade.sandbox.wire import ChildKind
        def f(n):
            if n == 1:
                channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel")
                channel.say(ChildKind.REPLY, 0, encode("forged") + encode({}))
            return n
        """
    )

    assert ["violation"] * 3 == ask(sandbox, source, checks={"a": 3}).endings


def test_processes_left_behind_are_gone_before_the_next_problem(sandbox: Sandbox, ask: Any) -> None:
    source = textwrap.dedent(
        """
        import os, time
        def f(n):
            reader, writer = os.pipe()
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    os.setsid()
                    os.write(writer, str(os.getpid()).encode())
                    time.sleep(600)
                os._exit(0)
            return int(os.read(reader, 20))
        """
    )
    left = ask(sandbox, source).answers[0]

    assert [False] == ask(sandbox, f"import os\ndef f(n):\n    return os.path.exists('/proc/{left}')\n").answers


ATTACKS = {
    "kills everybody": "os.kill(-1, 9)",
    "kills its parent": "os.kill(os.getppid(), 9)",
    "stops its parent": "os.kill(os.getppid(), 19)",
    "ends quietly": "os._exit(0)",
    "leaves a loop behind": "os.fork() and os._exit(1)\n    while True: pass",
    "writes junk": "[os.write(d, b'junk') for d in range(3, 12) if os.path.exists(f'/proc/self/fd/{d}')]",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_after_an_attack_the_next_submission_is_served_right(runner: Runner, kind: Any, ask: Any, attack: str) -> None:
    if not kind.has_containers and attack in ("kills everybody", "stops its parent"):
        pytest.skip("without a container this would end processes of the machine, or stop our own supervisor")
    attacker = runner.sandbox("attacker")
    ask(attacker, f"import os\ndef f(n):\n    {ATTACKS[attack]}\n", case_seconds=0.5)
    attacker.close()

    neighbour = runner.sandbox("neighbour")
    answers = ask(neighbour, HONEST, checks={"a": 2}).answers
    neighbour.close()

    assert [1, 2] == answers


def test_what_one_submission_leaves_in_shared_folders_another_does_not_find(
    runner: Runner, kind: Any, ask: Any
) -> None:
    if not kind.has_containers:
        pytest.skip("without a container the machine's own folders are shared")
    source = textwrap.dedent(
        """
        import os
        def f(n):
            for folder in ("/tmp", "/dev/shm", "/box"):
                os.mkdir(folder + "/hidden", 0o700)
                open(folder + "/hidden/note", "w").write("42")
                open(folder + "/.note", "w").write("42")
            os.mkfifo("/tmp/pipe")
            os.symlink("/etc", "/tmp/link")
            return n
        """
    )
    writer = runner.sandbox("writer")
    assert ["replied"] == ask(writer, source).endings
    writer.close()

    reader = runner.sandbox("reader")
    looking = (
        "import os\ndef f(n):\n    return [os.listdir(d) for d in ('/tmp', '/dev/shm')] + [len(os.listdir('/box'))]"
    )
    answers = ask(reader, looking).answers
    reader.close()

    assert [[[], [], 1]] == answers
