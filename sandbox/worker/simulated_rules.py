"""Which tensors may meet in one operation of torch, and where its result lies: PyTorch's own rules for CPU and CUDA.

Every operation below autograd passes through ``Physics``, backward formulas included, so that it need not know how an
operation was written. The rules by group, as the kernels have them:

- Most operations take tensors of one device only.
- Pointwise ones also take one CPU tensor without dims (a number), which nothing is written into.
- ``x[index]`` takes indices and masks on the CPU for an ``x`` on the GPU, not the other way round.
- Copies go from anywhere to anywhere.
- ``_foreach_`` operations of optimizers follow the pointwise rule, position by position.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

import torch
from torch.utils._python_dispatch import TorchDispatchMode

from torchgrade.sandbox.worker.simulated_places import Place, is_placed, place_of, put, tensors_in

MIXED = "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!"
WRONG_INDEX = "indices should be either on cpu or on the same device as the indexed tensor (cpu)"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COPIES = _words("copy_ copy _to_copy _copy_from fill_ set_ resize_as_ _pack_padded_sequence")
_INDEXING = _words("index index_put index_put_ _index_put_impl_ _unsafe_index _unsafe_index_put")
# Pointwise kernels without torch's tag for it, and tagged ones that check strictly all the same.
_ALSO_POINTWISE = _words(
    """
    where masked_fill masked_fill_ index_fill index_fill_ rsub floor_divide floor_divide_ true_divide true_divide_
    eq_ ne_ ge_ le_ gt_ lt_ copysign_ heaviside_ arctan2 arctan2_ special_xlogy mse_loss smooth_l1_loss dist
    __and__ __or__ __xor__ __iand__ __ior__ __ixor__ __lshift__ __rshift__ __ilshift__ __irshift__
    """
)
_STRICT_ALTHOUGH_POINTWISE = _words(
    """
    equal clamp clamp_ clamp_min clamp_min_ clamp_max clamp_max_ clip clip_ gcd gcd_ lcm lcm_ logaddexp logaddexp2
    nextafter nextafter_ igamma igamma_ igammac igammac_ native_dropout_backward
    """
)


class _Rule(Enum):
    STRICT = auto()
    POINTWISE = auto()
    INDEXING = auto()
    COPY = auto()
    FOREACH = auto()


class Physics(TorchDispatchMode):
    """Sees every operation, refuses what a GPU machine would refuse, and places what comes out."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # torch leaves it unannotated
        # How many calls of torch's functions are under way: a tensor made inside of one is torch's own.
        self.depth = 0

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        return False  # the default would import torch's compiler, which costs a second

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Run one operation on the values, which lie on the CPU in truth."""
        kwargs = kwargs or {}
        with torch._C.DisableTorchFunction():
            rule = _rule_of(func)
            if rule is _Rule.FOREACH:
                return _foreach(func, args, kwargs)
            place = _place_of_result(func, rule, args, kwargs)
            if place is None:
                place = Place.UNDECIDED if self.depth else Place.CPU
            result = func(*args, **kwargs)
            for tensor in tensors_in(result):
                if not is_placed(tensor):
                    put(tensor, place)
            return result


def meet(places: Sequence[Place]) -> Place | None:
    """Return the one place of tensors that must be together, UNDECIDED when none is decided, None without tensors.

    Raises RuntimeError when they are apart.
    """
    decided = {place for place in places if place is not Place.UNDECIDED}
    if len(decided) > 1:
        raise RuntimeError(MIXED)
    return decided.pop() if decided else Place.UNDECIDED if places else None


@functools.cache
def _rule_of(func: Any) -> _Rule:
    name = func._schema.name.partition("::")[2]
    if name.startswith("_foreach_"):
        return _Rule.COPY if "copy" in name else _Rule.FOREACH
    if name in _COPIES:
        return _Rule.COPY
    if name in _INDEXING:
        return _Rule.INDEXING
    tagged = torch.Tag.pointwise in func.tags and name not in _STRICT_ALTHOUGH_POINTWISE
    return _Rule.POINTWISE if tagged or name in _ALSO_POINTWISE else _Rule.STRICT


@functools.cache
def _written(func: Any) -> tuple[bool, ...]:
    return tuple(one.alias_info is not None and one.alias_info.is_write for one in func._schema.arguments)


def _place_of_result(func: Any, rule: _Rule, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Place | None:
    """Return where new tensors of this operation lie; None where no tensor goes in. Raises RuntimeError."""
    if func is torch.ops.aten.lift_fresh.default:
        return None  # what C++ made of numbers just now
    inputs = list(tensors_in((args, kwargs)))
    match rule:
        case _Rule.STRICT:
            place = _strict(func, args, kwargs, [place_of(tensor) for tensor in inputs])
        case _Rule.POINTWISE:
            place = _pointwise(func, args, kwargs, inputs)
        case _Rule.INDEXING:
            place = _indexing(args, inputs)
        case _:
            places = [place_of(tensor) for tensor in inputs]
            place = next((one for one in places if one is not Place.UNDECIDED), places[0] if places else None)
    if place is Place.CPU or place is Place.GPU:
        for tensor in inputs:
            if place_of(tensor) is Place.UNDECIDED:
                put(tensor, place)
    return place


def _strict(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any], places: list[Place]) -> Place | None:
    try:
        return meet(places)
    except RuntimeError:
        name = func._schema.name.partition("::")[2]
        where = f" (when checking argument for argument {_odd_one(func, args, kwargs)} in method wrapper_CUDA_{name})"
        raise RuntimeError(MIXED + where) from None


def _odd_one(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    """Return the name of the first argument whose tensor is not where the first one's is."""
    first: Place | None = None
    given = [*zip((one.name for one in func._schema.arguments), args, strict=False), *kwargs.items()]
    for name, value in given:
        for tensor in tensors_in(value):
            place = place_of(tensor)
            if place is Place.UNDECIDED:
                continue
            first = first or place
            if place is not first:
                return str(name)
    return "self"


def _pointwise(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any], inputs: list[torch.Tensor]) -> Place | None:
    places = [place_of(tensor) for tensor in inputs]
    if Place.GPU not in places:
        return meet(places)
    on_cpu = [tensor for tensor, place in zip(inputs, places, strict=True) if place is Place.CPU]
    if any(tensor.dim() for tensor in on_cpu) or (len(on_cpu) > 1 and func._schema.name != "aten::where"):
        raise RuntimeError(MIXED)
    names = [one.name for one in func._schema.arguments]
    for index, is_written in enumerate(_written(func)):
        value = args[index] if index < len(args) else kwargs.get(names[index])
        if is_written and isinstance(value, torch.Tensor) and place_of(value) is Place.CPU:
            raise RuntimeError(MIXED)
    return Place.GPU


def _indexing(args: tuple[Any, ...], inputs: list[torch.Tensor]) -> Place:
    place = place_of(args[0])
    if place is Place.UNDECIDED:
        return Place.GPU if any(place_of(tensor) is Place.GPU for tensor in inputs) else Place.UNDECIDED
    if place is Place.CPU and any(place_of(index) is Place.GPU for index in tensors_in(args[1])):
        raise RuntimeError(WRONG_INDEX)
    for value in tensors_in(args[2:3]):
        if value.dim() and place_of(value) not in (place, Place.UNDECIDED):
            raise RuntimeError(MIXED)
    return place


def _foreach(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    lists = [list(tensors_in(value)) for value in (*args, *kwargs.values()) if isinstance(value, list | tuple)]
    single = [value for value in (*args, *kwargs.values()) if isinstance(value, torch.Tensor)]
    places = []
    for together in zip(*(tensors for tensors in lists if tensors), strict=False):
        inputs = [*together, *single]
        on_gpu = any(place_of(tensor) is Place.GPU for tensor in inputs)
        if on_gpu and any(tensor.dim() and place_of(tensor) is Place.CPU for tensor in inputs):
            raise RuntimeError(MIXED)
        places.append(Place.GPU if on_gpu else Place.CPU)
    result = func(*args, **kwargs)
    for tensor, place in zip(tensors_in(result), places, strict=False):
        if not is_placed(tensor):
            put(tensor, place)
    return result
