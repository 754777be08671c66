"""Submissions on a real GPU, in every runner that this machine has: right, wrong, greedy, broken, one after another."""

from __future__ import annotations

import itertools
import struct
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from torchgrade.problems.values import Raised, TensorValue

GATHER = """\
import torch


def f(A):
    n = min(A.size(1), A.size(2))
    index = torch.arange(n{device}).view(1, n, 1).expand(A.size(0), n, 1)
    return torch.gather(A[:, :n], 2, index).squeeze(2)
"""
WELL = "def f(x):\n    return x * 2\n"


def test_a_device_agnostic_solution_answers_on_the_gpu(ask: Any, floats: Any) -> None:
    seen = ask(GATHER.format(device=", device=A.device"), {"A": floats((2, 3, 3))})

    (answer,) = seen.answers
    assert isinstance(answer, TensorValue), answer
    assert ("cuda", (2, 3)) == (answer.device, answer.shape)
    assert struct.pack("<6f", 0, 4, 8, 9, 13, 17) == answer.data


def test_an_index_on_the_cpu_is_the_mixed_device_error(ask: Any, floats: Any) -> None:
    seen = ask(GATHER.format(device=""), {"A": floats((2, 3, 3))})

    (answer,) = seen.answers
    assert isinstance(answer, Raised), answer
    assert "RuntimeError" == answer.type
    assert "Expected all tensors to be on the same device" in answer.message


def test_a_case_that_stays_on_the_cpu_is_asked_there(ask: Any, floats: Any) -> None:
    seen = ask(WELL, {"x": floats((2,))}, {"x": floats((3,))}, on_cpu=(0,))

    assert ["cpu", "cuda"] == [answer.device for answer in seen.answers]


@pytest.mark.parametrize("layout", ["contiguous", "transposed", "strided", "offset", "expanded"])
def test_inputs_lie_in_memory_on_the_gpu_as_on_the_cpu(ask: Any, floats: Any, layout: str) -> None:
    source = "def f(x):\n    return [list(x.stride()), x.storage_offset(), x.device.type]\n"
    case = {"x": floats((3, 4), layout=layout)}
    seen = ask(source, case, case, on_cpu=(0,))

    on_cpu, on_gpu = seen.answers
    assert (on_cpu[:2], "cuda") == (on_gpu[:2], on_gpu[2])


def test_products_of_matrices_are_not_rounded_to_tf32(ask: Any) -> None:
    source = (
        "import torch\n\n\ndef f(n):\n"
        "    torch.manual_seed(n)\n"
        "    a, b = torch.randn(256, 256).cuda(), torch.randn(256, 256).cuda()\n"
        "    return float(((a @ b).double() - a.double() @ b.double()).abs().max())\n"
    )
    seen = ask(source, {"n": 1})

    assert seen.answers[0] < 1e-3  # TF32 is off by more than 1e-2


@pytest.mark.parametrize(
    ("gib", "memory_mib"), [(4096, 4096), (1, 512)], ids=["more than any GPU has", "more than the limit"]
)
def test_running_out_of_memory_is_told_as_such(ask: Any, gib: int, memory_mib: int) -> None:
    source = f"import torch\n\n\ndef f(n):\n    return torch.empty({gib} << 30, dtype=torch.uint8, device='cuda')[:n]\n"
    seen = ask(source, {"n": 1}, {"n": 2}, memory_mib=memory_mib)

    for answer in seen.answers:
        assert isinstance(answer, Raised), answer
        assert "OutOfMemoryError" == answer.type


def test_memory_of_the_submission_before_can_not_be_read(ask: Any) -> None:
    leaves = (
        "import torch\n\n\nkept = []\n\n\ndef f(n):\n"
        "    for _ in range(n):\n"
        "        kept.append(torch.full((128 << 20,), 0x5EC3E7, dtype=torch.int32, device='cuda'))\n"
        "    return len(kept)\n"
    )
    looks = (
        "import torch\n\n\nkept = []\n\n\ndef f(n):\n"
        "    found = 0\n"
        "    for _ in range(n):\n"
        "        kept.append(torch.empty(128 << 20, dtype=torch.int32, device='cuda'))\n"
        "        found += int((kept[-1] == 0x5EC3E7).sum())\n"
        "    return found\n"
    )

    assert [6] == ask(leaves, {"n": 6}).answers
    assert [0] == ask(looks, {"n": 6}).answers


def test_a_device_side_assert_costs_its_case_and_no_other(ask: Any, floats: Any) -> None:
    source = (
        "import torch\n\n\ndef f(x, at):\n"
        "    index = torch.tensor([at], device=x.device)\n"
        "    return torch.gather(x, 0, index)\n"
    )
    x = floats((3,))
    seen = ask(source, {"x": x, "at": 0}, {"x": x, "at": 7}, {"x": x, "at": 2})

    assert ["replied", "died", "replied"] == seen.endings
    assert "exited with code 75" in seen.observation.cases[1].reason
    assert "out of bounds" in seen.observation.stderr
    assert struct.pack("<f", 2) == seen.answers[2].data
    assert "cuda" == ask(WELL, {"x": x}).answers[0].device


def test_a_kernel_that_does_not_end_is_a_timeout_and_the_next_submission_runs(ask: Any, floats: Any) -> None:
    seen = ask(
        "import torch\n\n\ndef f(x):\n    torch.cuda._sleep(1 << 50)\n    return x\n",
        {"x": floats((2,))},
        case_seconds=3,
    )

    assert ["case_timeout"] == seen.endings
    assert "cuda" == ask(WELL, {"x": floats((2,))}).answers[0].device


def test_a_submission_that_kills_itself_on_the_gpu_leaves_it_usable(ask: Any, floats: Any) -> None:
    source = "import os\nimport torch\n\n\ndef f(x):\n    torch.zeros(1 << 28).cuda()\n    os.kill(os.getpid(), 9)\n"

    assert ["died"] == ask(source, {"x": floats((2,))}).endings
    assert "cuda" == ask(WELL, {"x": floats((2,))}).answers[0].device


def test_two_submissions_at_once_take_turns(ask: Any, bench: Any, floats: Any) -> None:
    threads = len(bench.pool.gpus) + 1
    source = "import time\n\n\ndef f(x):\n    began = time.time()\n    time.sleep(1)\n    return [began, time.time()]\n"
    with ThreadPoolExecutor(threads) as pool:
        seen = list(pool.map(lambda _: ask(source, {"x": floats((2,))}), range(threads)))

    by_gpu: dict[str, list[list[float]]] = {}
    for one in seen:
        by_gpu.setdefault(one.observation.facts["gpu"], []).append(one.answers[0])
    assert threads == sum(map(len, by_gpu.values()))
    for spans in by_gpu.values():
        ordered = sorted(spans)
        assert all(before[1] <= after[0] for before, after in itertools.pairwise(ordered))


def test_nothing_was_quarantined_on_the_way(bench: Any) -> None:
    assert () == bench.pool.quarantined()
