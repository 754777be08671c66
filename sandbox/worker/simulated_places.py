"""Where a tensor lies on the simulated machine: on the CPU, or on the GPU that is not there.

The place is written on the tensor's storage, which all of its views share, as they do on a real device. Nothing keeps
a storage alive, so nothing has to be cleaned up.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

import torch

_ATTRIBUTE = "torchgrade_place"
_Tensor = torch.Tensor
_storage_of = torch.Tensor.untyped_storage


class Place(Enum):
    """A logical device. UNDECIDED is what torch makes for itself inside a call; it goes along with what it meets."""

    CPU = "cpu"
    GPU = "cuda:0"
    UNDECIDED = "undecided"

    @property
    def device(self) -> torch.device:
        """Return the device that code on the simulated machine sees."""
        return torch.device("cuda:0" if self is Place.GPU else "cpu")


def place_of(tensor: torch.Tensor) -> Place:
    """Return where a tensor lies. One that nobody placed was made before the simulation: it is on the CPU."""
    storage = _storage(tensor)
    return Place.UNDECIDED if storage is None else storage.__dict__.get(_ATTRIBUTE, Place.CPU)


def is_placed(tensor: torch.Tensor) -> bool:
    """Return whether somebody has placed a tensor's storage, even as UNDECIDED."""
    storage = _storage(tensor)
    return storage is None or _ATTRIBUTE in storage.__dict__


def put(tensor: torch.Tensor, place: Place) -> None:
    """Let a tensor's storage, and so every view of it, lie at ``place``."""
    storage = _storage(tensor)
    if storage is not None:
        storage.__dict__[_ATTRIBUTE] = place


def tensors_in(value: object) -> Iterator[torch.Tensor]:
    """Yield the tensors of an argument or a result: alone, in lists, tuples and dicts."""
    if isinstance(value, _Tensor):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from tensors_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from tensors_in(item)


def _storage(tensor: torch.Tensor) -> Any:
    with torch._C.DisableTorchFunction():
        try:
            return _storage_of(tensor)
        except (NotImplementedError, RuntimeError):
            return None  # sparse tensors and functorch's wrappers have none
