"""torch's global state: put back to what a fresh interpreter has before every case, so that no case depends on another.

Functions are bound at import, before any student code can replace them. Every entry of the list has a test.
"""

from __future__ import annotations

import random
import sys

import torch
from torch.nn.modules import module as _module

_get_default_dtype, _set_default_dtype, _float32 = torch.get_default_dtype, torch.set_default_dtype, torch.float32
_set_default_device = torch.set_default_device
_set_grad_enabled = torch._C._set_grad_enabled
# The public use_deterministic_algorithms() imports torch's compiler, which costs a second.
_set_deterministic = torch._C._set_deterministic_algorithms
_set_anomaly = torch.autograd.set_detect_anomaly
_get_threads, _set_threads = torch.get_num_threads, torch.set_num_threads
_set_precision = torch.set_float32_matmul_precision
_set_flush_denormal = torch.set_flush_denormal
_set_printoptions = torch.set_printoptions
_manual_seed = torch.default_generator.manual_seed
_set_autocast = (
    torch._C._set_autocast_enabled if hasattr(torch._C, "_set_autocast_enabled") else torch.set_autocast_enabled
)
_python_seed = random.seed
_module_hooks = [
    hooks
    for name in (
        "_global_backward_hooks",
        "_global_backward_pre_hooks",
        "_global_forward_hooks",
        "_global_forward_pre_hooks",
        "_global_forward_hooks_always_called",
        "_global_buffer_registration_hooks",
        "_global_module_registration_hooks",
        "_global_parameter_registration_hooks",
    )
    if (hooks := getattr(_module, name, None)) is not None
]


def reset(seed: int) -> None:
    """Reset dtype, device, grad mode, autocast, RNGs, threads, flags, function modes and global module hooks.

    Inference mode can't be left from outside the block that entered it; ``child`` runs the cases that come after in an
    ``inference_mode(False)`` of their own instead.
    """
    pop_modes()
    if _get_default_dtype() is not _float32:
        _set_default_dtype(_float32)
    _set_default_device(None)
    _set_grad_enabled(True)
    _set_deterministic(False, warn_only=False)
    _set_anomaly(False)
    _set_precision("highest")
    _set_flush_denormal(False)
    _set_printoptions(profile="default")  # type: ignore[no-untyped-call] # torch leaves it unannotated
    _set_autocast("cpu", False)
    if _get_threads() != 1:
        _set_threads(1)
    for hooks in _module_hooks:
        hooks.clear()
    _manual_seed(seed)
    _python_seed(seed)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(seed)


def pop_modes() -> None:
    """Leave every mode: one that student code entered by hand and never left would see every later call of torch."""
    while torch._C._len_torch_dispatch_stack() > 0:
        torch._C._pop_torch_dispatch_stack(None)
    while torch._C._len_torch_function_stack() > 0:
        torch._C._pop_torch_function_stack()
