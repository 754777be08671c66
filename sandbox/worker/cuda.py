"""A child's GPU: the state that every case begins with, and whether the last one broke it.

Only a child in a fresh interpreter comes here. The supervisor never does: a fork of a process that has started CUDA
can't use it, and its memory on the GPU would count against every submission.
"""

from __future__ import annotations

import torch

MIB = 1024 * 1024
# How a child leaves whose CUDA context is past use. The host makes nothing of the number; it is for people.
POISONED = 75

_synchronize, _manual_seed = torch.cuda.synchronize, torch.cuda.manual_seed
_set_autocast = torch.set_autocast_enabled


def start(gpu_mib: int | None) -> None:
    """Start CUDA and limit torch's memory on it, before any student code and outside of its case's time."""
    torch.cuda.init()  # type: ignore[no-untyped-call] # torch leaves it unannotated
    if gpu_mib is not None:
        # A courtesy, since the student's code shares this process: it ends as OutOfMemoryError what would end as
        # trouble. What keeps others safe is that the GPU is nobody else's meanwhile.
        total = torch.cuda.get_device_properties(0).total_memory
        torch.cuda.set_per_process_memory_fraction(min(1.0, gpu_mib * MIB / total), 0)
    reset(0)
    torch.ones(2, 2, device="cuda").mm(torch.ones(2, 2, device="cuda")).sum().item()  # loads cuBLAS


def reset(seed: int) -> None:
    """Reset what ``state.reset`` does not know: the GPU's generator, TF32, cuDNN's choices and autocast."""
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False
    _set_autocast("cuda", False)
    _manual_seed(seed)


def settle() -> None:
    """Wait until the GPU has done what was asked, and raise what went wrong there: CUDA reports late."""
    _synchronize()


def is_poisoned() -> bool:
    """Return whether the context is past use, as after a device-side assert: then every later call raises, too."""
    try:
        _synchronize()
    except RuntimeError:
        return True
    return False
