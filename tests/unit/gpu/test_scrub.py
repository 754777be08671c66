"""The scrubber: takes all of the memory that can be had, and its exit code is all that counts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from torchgrade.sandbox.gpu import scrub
from torchgrade.sandbox.gpu.command import CommandHung, Done
from torchgrade.sandbox.gpu.scrub import ProcessScrubber, ScrubFailed, gpu_environment
from torchgrade.sandbox.gpu.smi import Gpu
from torchgrade.sandbox.protocol import SandboxFailed
from torchgrade.sandbox.worker.scrub import LARGEST_BLOCK, MIB, SMALLEST_BLOCK, fill

GPU = Gpu(index=0, uuid="GPU-00000001", name="Fake 9000", memory_mib=8192, driver="580.1")


@pytest.mark.parametrize("free_mib", [0, 1, 2, 1023, 1024, 4097, 81_559])
def test_memory_is_filled_to_less_than_the_smallest_block(free_mib: int) -> None:
    free = free_mib * MIB

    def allocate(size: int) -> int:
        nonlocal free
        if size > free:
            raise MemoryError
        free -= size
        return size

    blocks = fill(allocate, exhausted=MemoryError)

    assert free < SMALLEST_BLOCK
    assert free_mib * MIB - free == sum(blocks)
    assert all(block <= LARGEST_BLOCK for block in blocks)


def test_an_error_that_is_not_about_memory_goes_through() -> None:
    def allocate(_size: int) -> int:
        raise RuntimeError("device lost")

    with pytest.raises(RuntimeError, match="device lost"):
        fill(allocate, exhausted=MemoryError)


def test_a_scrubber_sees_one_gpu_and_little_else() -> None:
    environment = gpu_environment("GPU-1", {"PATH": "/bin", "SECRET": "x", "CUDA_VISIBLE_DEVICES": "0,1"})

    assert {"PATH": "/bin", "LANG": "C.UTF-8", "CUDA_VISIBLE_DEVICES": "GPU-1"} == environment


def test_without_cuda_the_real_program_says_so_and_fails() -> None:
    torch = pytest.importorskip("torch")
    if torch.version.cuda is not None:
        pytest.skip("torch has CUDA here; tests/gpu runs the program on a GPU")

    with pytest.raises(SandboxFailed, match=r"torch .* has no CUDA, so no GPU can be used; install torch's CUDA build"):
        ProcessScrubber().scrub(GPU)


@pytest.mark.parametrize("code", [1, 2, 4, -9])
def test_any_code_but_0_is_a_failure(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    said = Done(code=code, stdout="9 MiB scrubbed", stderr="boom")
    monkeypatch.setattr(scrub, "run_command", lambda *_words, **_options: said)

    with pytest.raises(ScrubFailed, match=f"ended with code {code}: boom"):
        ProcessScrubber().scrub(GPU)


def test_a_scrubber_that_hangs_or_is_missing_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def hang(*_words: object, **_options: object) -> Done:
        raise CommandHung("python")

    monkeypatch.setattr(scrub.sys, "executable", os.fspath(tmp_path / "python"))
    with pytest.raises(ScrubFailed, match="can't be started"):
        ProcessScrubber().scrub(GPU)
    monkeypatch.setattr(scrub, "run_command", hang)
    with pytest.raises(ScrubFailed, match="did not end within 180 s"):
        ProcessScrubber().scrub(GPU)
