"""Overwrite a GPU's free memory with zeros and have it compute something known. Run by path, before student code.

A trusted program of its own: it imports torch and nothing of ours, no student code was ever in its process, and its
exit code is all that it says: 0 for a clean and healthy GPU. What it can't reach is what CUDA itself takes for a
process (some hundred MiB), and what other processes hold.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

Block = TypeVar("Block")

MIB = 1024 * 1024
NO_CUDA, UNCLEAN = 3, 4  # exit codes: what torch can't do is no fault of the GPU
LARGEST_BLOCK, SMALLEST_BLOCK = 1024 * MIB, 2 * MIB
# torch asks the driver for 20 MiB where a block is smaller than 10, so the last of the memory can't be had.
MOST_LEFT = 64 * MIB


class Unclean(Exception):
    """The GPU is not clean or not healthy; the message says why."""


def fill(allocate: Callable[[int], Block], *, exhausted: type[Exception]) -> list[Block]:
    """Allocate blocks, smaller and smaller ones, until none can be had, and return them all."""
    blocks = []
    size = LARGEST_BLOCK
    while size >= SMALLEST_BLOCK:
        try:
            blocks.append(allocate(size))
        except exhausted:
            size //= 2
    return blocks


def known_answers() -> None:
    """Compute on the GPU what is known exactly, and compare with the CPU. Raises Unclean."""
    import torch

    torch.backends.cuda.matmul.allow_tf32 = False
    # Small whole numbers: every product and sum is exact in float32, in whatever order it is taken.
    left = (torch.arange(512 * 256) % 7 - 3).reshape(512, 256)
    right = (torch.arange(256 * 512) % 5 - 2).reshape(256, 512)
    wanted = left @ right
    for dtype in (torch.float32, torch.float64):
        if not torch.equal((left.to("cuda", dtype) @ right.to("cuda", dtype)).cpu().long(), wanted):
            raise Unclean(f"a product of matrices in {dtype} is wrong")
    values = (torch.arange(100_003) * 7919) % 100_003
    if not torch.equal(values.cuda().sort().values.cpu(), torch.arange(100_003)):
        raise Unclean("a sort is wrong")


def scrub() -> int:
    """Zero the free memory, see that it is zero, and return how many MiB that were. Raises Unclean."""
    import torch

    torch.zeros(MIB, dtype=torch.uint8, device="cuda").any().item()  # what the check below needs is loaded now

    def zeroed(size: int) -> torch.Tensor:
        block = torch.zeros(size, dtype=torch.uint8, device="cuda")
        if block.any().item():
            raise Unclean("memory that was set to zero is not zero")
        return block

    blocks = fill(zeroed, exhausted=torch.cuda.OutOfMemoryError)
    left, _ = torch.cuda.mem_get_info()
    if left > MOST_LEFT:
        raise Unclean(f"{left // MIB} MiB of free memory could not be had")
    return sum(block.numel() for block in blocks) // MIB


def main() -> int:
    """Scrub the one GPU that is visible; return the exit code."""
    import torch

    if torch.version.cuda is None:
        print(f"torch {torch.__version__} has no CUDA", file=sys.stderr)  # noqa: T201
        return NO_CUDA
    try:
        if torch.cuda.device_count() != 1:
            raise Unclean(f"CUDA finds {torch.cuda.device_count()} GPUs where one was expected")
        scrubbed = scrub()  # first: what known_answers() takes for itself would be left out
        known_answers()
    except Unclean as error:
        print(error, file=sys.stderr)  # noqa: T201
        return UNCLEAN
    print(f"{scrubbed} MiB scrubbed")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
