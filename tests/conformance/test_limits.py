"""Every limit is found out from outside, has its own ending, and costs what broke it, not what comes after."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest

from torchgrade.problems.values import Raised
from torchgrade.sandbox.protocol import Sandbox

TEN = {f"c{number}": 1 for number in range(10)}
MIB = 1024 * 1024


def reply_of(size: int) -> str:
    return f"import torch\ndef f(n):\n    return torch.zeros({size}, dtype=torch.uint8)\n"


@pytest.fixture(scope="session")
def largest_reply() -> int:
    """How many bytes of a tensor make a reply of exactly 1 MiB, with the second value: no input was changed."""
    from torchgrade.problems.values import TensorValue
    from torchgrade.sandbox.encode import encode

    around = len(encode(TensorValue("uint8", (1,), b"x"), to_plain=lambda _: None)) - 1 + len(encode({}))
    return MIB - around


def test_a_hanging_import_ends_in_time_and_no_case_is_asked(sandbox: Sandbox, ask: Any) -> None:
    asked = ask(sandbox, "while True: pass", checks={"a": 1, "b": 1}, import_seconds=0.5)

    assert ["import_timeout"] * 2 == asked.endings
    assert 6 > asked.observation.seconds
    assert asked.observation.tainted


def test_a_hanging_case_costs_its_check_and_the_next_check_is_asked(sandbox: Sandbox, ask: Any) -> None:
    source = "import time\ndef f(n):\n    if n == 1: time.sleep(60)\n    return n\n"

    asked = ask(sandbox, source, checks={"a": 4, "b": 1}, case_seconds=0.5)

    assert ["replied", "case_timeout", "skipped", "skipped", "replied"] == asked.endings
    assert "no answer within 0.5 s" == asked.cases[1].reason
    assert 4 > asked.cases[1].seconds


def test_the_total_ends_everything_that_is_left(sandbox: Sandbox, ask: Any) -> None:
    source = "import time\ndef f(n):\n    time.sleep(0.5)\n    return n\n"

    asked = ask(sandbox, source, checks={"a": 10}, total_seconds=2)

    assert {"replied", "total_timeout"} == set(asked.endings)
    assert ["total_timeout"] * 6 == asked.endings[4:]
    assert 8 > asked.observation.seconds


def test_a_flood_of_output_is_stopped(sandbox: Sandbox, ask: Any) -> None:
    asked = ask(sandbox, "import os\ndef f(n):\n    while True: os.write(2, b'x' * 65536)\n", checks={"a": 2})

    assert ["output_limit"] * 2 == asked.endings
    assert 200_000 > len(asked.observation.stderr)


def test_a_reply_of_exactly_the_limit_passes(sandbox: Sandbox, ask: Any, largest_reply: int) -> None:
    asked = ask(sandbox, reply_of(largest_reply))

    assert ["replied"] == asked.endings
    assert MIB == len(asked.cases[0].reply or b"")


def test_a_reply_of_one_byte_more_does_not_and_the_next_check_is_asked(
    sandbox: Sandbox, ask: Any, largest_reply: int
) -> None:
    source = reply_of(largest_reply + 1).replace("return", "return n if n else")

    asked = ask(sandbox, source, checks={"a": 3, "b": 1})

    assert ["reply_limit", "skipped", "skipped", "reply_limit"] == asked.endings
    assert f"{MIB + 1} bytes of evidence; {MIB} are allowed" == asked.cases[0].reason


def test_replies_that_are_too_many_bytes_together_end_where_they_become_so(
    sandbox: Sandbox, ask: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("torchgrade.sandbox.session.MAX_EVIDENCE_BYTES", 5 * MIB // 2)

    asked = ask(sandbox, reply_of(MIB // 2), checks={"a": 7, "b": 1})

    assert ["replied"] * 4 + ["reply_limit"] + ["skipped"] * 2 + ["reply_limit"] == asked.endings
    assert f"more than {5 * MIB // 2} bytes of evidence in all" == asked.cases[4].reason


def test_memory_is_limited_and_the_next_check_is_asked(sandbox: Sandbox, ask: Any, kind: Any) -> None:
    source = "import time\ndef f(n):\n    return n if n else len(b'x' * (600 << 20))\n"

    asked = ask(sandbox, source, checks={"a": 2, "b": 1})

    if kind.has_containers:
        assert ["memory_limit", "skipped", "memory_limit"] == asked.endings
        assert "more than 192 MiB of memory were used" == asked.cases[0].reason
    else:
        assert ["replied"] * 3 == asked.endings
        assert ["MemoryError", 1, "MemoryError"] == [
            answer.type if isinstance(answer, Raised) else answer for answer in asked.answers
        ]


def test_what_a_solution_may_use_it_can_use(sandbox: Sandbox, ask: Any) -> None:
    assert [160 << 20] == ask(sandbox, "def f(n):\n    return len(b'x' * (160 << 20))\n").answers


BOMB = """
import os, time
def f(n):
    try:
        for _ in range(200):
            if os.fork() == 0:
                time.sleep(60)
    except OSError:
        {then}
"""


def test_too_many_processes_end_in_their_own_limit(sandbox: Sandbox, ask: Any, kind: Any) -> None:
    if not kind.has_containers:
        pytest.skip("this runner has no limit of processes")

    asked = ask(sandbox, BOMB.format(then="os._exit(1)"))

    assert ["process_limit"] == asked.endings
    assert "more than 24 processes and threads were started" == asked.cases[0].reason


def test_who_can_do_without_a_process_that_was_refused_has_answered(sandbox: Sandbox, ask: Any, kind: Any) -> None:
    if not kind.has_containers:
        pytest.skip("this runner has no limit of processes")

    assert [7] == ask(sandbox, BOMB.format(then="return 7")).answers


@pytest.mark.parametrize(
    ("body", "expected", "in_containers"),
    [
        ("while True: pass", "case_timeout", "case_timeout"),
        ("import os; os._exit(0)", "died", "died"),
        ("import torch; return torch.zeros(1 << 20, dtype=torch.uint8)", "reply_limit", "reply_limit"),
        ("return len(b'x' * (600 << 20))", "replied", "memory_limit"),
    ],
)
def test_ten_times_the_same_gives_ten_times_the_same_ending(
    sandbox: Sandbox, ask: Any, kind: Any, body: str, expected: str, in_containers: str
) -> None:
    seconds = 0.3 if "while" in body else 20.0  # on a busy machine it takes a while to use up memory
    asked = ask(sandbox, f"def f(n):\n    {body}\n", checks=TEN, case_seconds=seconds, total_seconds=200)

    assert [in_containers if kind.has_containers else expected] * 10 == asked.endings


def test_a_deadline_holds_while_children_hold_the_pipes(sandbox: Sandbox, ask: Any) -> None:
    source = textwrap.dedent(
        """
        import os, time
        def f(n):
            if os.fork() == 0:
                os.setsid()
                time.sleep(60)
            os._exit(1)
        """
    )

    asked = ask(sandbox, source, case_seconds=20)

    assert ["died"] == asked.endings
    assert 20 > asked.observation.seconds
