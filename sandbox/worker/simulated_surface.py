"""What code on the simulated machine sees of devices: ``x.device``, ``device=``, ``.to()``, ``.numpy()`` and the like.

Every call of torch's Python functions passes through ``Surface``. It takes the devices out before torch, which has no
GPU here, could see them, and places what comes back.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import torch
from torch.overrides import TorchFunctionMode
from torch.utils import _device

from torchgrade.sandbox.worker.simulated_places import Place, place_of, put, tensors_in
from torchgrade.sandbox.worker.simulated_rules import Physics

_Tensor = torch.Tensor
_parse_to: Callable[..., Any] = torch._C._nn._parse_to
NOT_FOR_NUMPY = (
    "can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host memory first."
)
NO_SUCH_GPU = "CUDA error: invalid device ordinal"
WRONG_GENERATOR = "Expected a '{}' device type for generator but found '{}'"
WRONG_GRAD = "assigned grad has data located on a different device"

Call = Callable[..., Any]


class Surface(TorchFunctionMode):
    """Sees every call of torch. ``is_ours`` says of a file whether its code makes its tensors on the GPU."""

    def __init__(self, physics: Physics, is_ours: Callable[[str], bool | None]) -> None:
        super().__init__()
        self._physics = physics
        self._is_ours = is_ours

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Do what the call means on a machine with a GPU."""
        kwargs = dict(kwargs or {})
        self._physics.depth += 1
        try:
            handler = _HANDLERS.get(func)
            if handler is not None:
                return handler(func, *args, **kwargs)
            if func in _device._device_constructors():
                return self._construct(func, args, kwargs)
            if kwargs.get("device") is not None:
                return _construct_at(func, _place(kwargs["device"]), args, kwargs)
            for tensor in tensors_in(args[:1]):
                _check_generator(kwargs, place_of(tensor))
            return self._settled(func(*args, **kwargs), args, kwargs)
        finally:
            self._physics.depth -= 1

    def _construct(self, func: Call, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        data = args[0] if args else kwargs.get("data", kwargs.get("obj"))
        place: Place | None
        if kwargs.get("device") is not None:
            place = _place(kwargs["device"])
        elif isinstance(data, _Tensor) and func in _FROM_DATA:
            place = place_of(data)
        else:
            place = self._default_place()
        if func in (torch.as_tensor, torch.asarray) and place is not None:
            return _as_tensor(func, place, data, args, kwargs)
        return _construct_at(func, place, args, kwargs)

    def _default_place(self) -> Place | None:
        """Return where a tensor goes when nobody says: torch's default device, or the GPU for code of ours."""
        if _device.CURRENT_DEVICE is not None:
            return _place(_device.CURRENT_DEVICE)
        frame = sys._getframe(1)
        while frame is not None:
            ours = self._is_ours(frame.f_code.co_filename)
            if ours is not None:
                return Place.GPU if ours else Place.CPU
            frame = frame.f_back  # type: ignore[assignment] # None ends the loop
        return Place.CPU

    def _settled(self, result: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Decide where a result lies that the operations left open."""
        for tensor in tensors_in(result):
            if place_of(tensor) is Place.UNDECIDED:
                places = {place_of(given) for given in tensors_in((args, kwargs))}
                place = Place.GPU if Place.GPU in places else Place.CPU if places else self._default_place()
                put(tensor, place or Place.CPU)
        return result


def _place(device: Any) -> Place | None:
    """Return the place that a device means, None for one without values (meta). Raises what a GPU machine does."""
    wanted = torch.device("cuda", device) if isinstance(device, int) else torch.device(device)
    if wanted.type == "cuda" and wanted.index not in (None, 0):
        raise RuntimeError(NO_SUCH_GPU)
    return {"cpu": Place.CPU, "cuda": Place.GPU}.get(wanted.type)


def _construct_at(func: Call, place: Place | None, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    if place is None:
        return func(*args, **kwargs)
    if kwargs.get("device") is not None or place is Place.CPU:
        _check_generator(kwargs, place)  # what checks.py draws without a device may come from the CPU
    result = func(*args, **{**kwargs, "device": "cpu"})
    for tensor in tensors_in(result):
        put(tensor, place)
    return result


def _as_tensor(func: Call, place: Place, data: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    result = func(*args, **{**kwargs, "device": "cpu"})
    if isinstance(data, _Tensor):
        return result if place is place_of(result) else _Move.apply(result, place)  # type: ignore[no-untyped-call] # torch
    if place is Place.GPU:
        result = result.clone()  # it may share memory with an array of numpy, which lies on the CPU
    put(result, place)
    return result


def _check_generator(kwargs: dict[str, Any], place: Place) -> None:
    """Raise what torch raises for a generator of the other device."""
    generator = kwargs.get("generator")
    if generator is not None and generator.device.type != place.device.type:
        raise RuntimeError(WRONG_GENERATOR.format(place.device.type, generator.device.type))


class Generator(torch.Generator):
    """A ``torch.Generator`` that may say that it is on the GPU. Its numbers are those of the CPU."""

    def __new__(cls, device: Any = "cpu") -> Generator:
        made = super().__new__(cls, "cpu")  # type: ignore[call-arg] # torch's stub has __init__ only
        made.place = _place(device) or Place.CPU
        return made

    def __init__(self, device: Any = "cpu") -> None:
        super().__init__()

    place: Place

    @property
    def device(self) -> torch.device:  # type: ignore[override] # a plain attribute in torch's stub
        """Return where it is on the simulated machine."""
        return self.place.device


class _Move(torch.autograd.Function):
    """Copy a tensor to the other device; its gradient comes back the other way."""

    @staticmethod
    def forward(ctx: Any, *inputs: Any) -> Any:
        tensor, place = inputs
        ctx.origin = place_of(tensor)
        moved = _Tensor.to(tensor, tensor.dtype, copy=True)  # the one copy that torch lets lazy parameters make
        put(moved, place)
        return moved

    @staticmethod
    def backward(ctx: Any, *gradients: Any) -> Any:
        return _Move.apply(gradients[0], ctx.origin), None  # type: ignore[no-untyped-call] # torch


def _moved(tensor: torch.Tensor, place: Place, **options: Any) -> Any:
    """Return ``tensor.to(place, **options)``: itself where nothing changes."""
    if place is place_of(tensor):
        return _Tensor.to(tensor, **options)
    options.pop("copy", None)
    return _Move.apply(_Tensor.to(tensor, **options), place)  # type: ignore[no-untyped-call] # torch


def _to(func: Call, tensor: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
    other = args[0] if args else kwargs.get("other")
    # The parser of nn.Module.to takes all of Tensor.to's arguments but copy.
    device, dtype, _, memory_format = parse_to(*args[:3], **{key: kwargs[key] for key in kwargs if key != "copy"})
    place = place_of(tensor) if device is None else _place(device)
    if place is None:
        return func(tensor, *args, **kwargs)
    options: dict[str, Any] = {"dtype": tensor.dtype if dtype is None else dtype}
    if memory_format is not None:
        options["memory_format"] = memory_format
    position = 3 if device is not None and not isinstance(other, _Tensor) else 2
    return _moved(tensor, place, copy=_copy_wanted(args, kwargs, position), **options)


def parse_to(*args: Any, **kwargs: Any) -> tuple[Any, Any, bool, Any]:
    """Do what ``torch._C._nn._parse_to`` does for the arguments of ``.to``, which nn.Module.to asks directly."""
    with torch._C.DisableTorchFunction():
        device, dtype, non_blocking, memory_format = _parse_to(
            *(torch.device("cuda", one) if type(one) is int else one for one in args), **kwargs
        )
    other = args[0] if args else kwargs.get("tensor", kwargs.get("other"))
    if isinstance(other, _Tensor):
        device = place_of(other).device
    return device, dtype, non_blocking, memory_format


def _copy_wanted(args: tuple[Any, ...], kwargs: dict[str, Any], position: int) -> bool:
    return bool(args[position] if len(args) > position else kwargs.get("copy", False))


def _cpu(_func: Call, tensor: torch.Tensor, *_args: Any, **_kwargs: Any) -> Any:
    return _moved(tensor, Place.CPU)


def _cuda(_func: Call, tensor: torch.Tensor, device: Any = None, *_args: Any, **_kwargs: Any) -> Any:
    return _moved(tensor, _place("cuda" if device is None else device) or Place.GPU)


def _type_as(_func: Call, tensor: torch.Tensor, other: torch.Tensor) -> Any:
    return _moved(tensor, place_of(other), dtype=other.dtype)


def _type(func: Call, tensor: torch.Tensor, dtype: Any = None, *args: Any, **kwargs: Any) -> Any:
    if dtype is None:
        name: str = func(tensor)
        return name.replace("torch.", "torch.cuda.", 1) if place_of(tensor) is Place.GPU else name
    if isinstance(dtype, str):
        plain = dtype.replace("torch.cuda.", "torch.", 1)
        result: torch.Tensor = func(tensor, plain, *args, **kwargs)
        return _moved(result, Place.CPU if plain == dtype else Place.GPU)
    return func(tensor, dtype, *args, **kwargs)


def _numpy(func: Call, tensor: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
    if place_of(tensor) is Place.GPU:
        if not kwargs.get("force"):
            raise TypeError(NOT_FOR_NUMPY)
        tensor = tensor.detach().clone()  # by way of .cpu(): the array shares no memory with the GPU
    return func(tensor, *args, **kwargs)


def _pin_memory(_func: Call, tensor: torch.Tensor, *_args: Any, **_kwargs: Any) -> Any:
    if place_of(tensor) is Place.GPU:
        raise RuntimeError(
            f"cannot pin 'torch.cuda.{tensor.type().split('.')[-1]}' only dense CPU tensors can be pinned"
        )
    return tensor.clone()


def _deepcopy(func: Call, tensor: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
    result = func(tensor, *args, **kwargs)
    put(result, place_of(tensor))  # torch copies the bytes below the operations that are seen
    if tensor.grad is not None and result.grad is not None:
        put(result.grad, place_of(tensor.grad))
    return result


def _set_grad(func: Call, tensor: torch.Tensor, grad: Any) -> Any:
    if isinstance(grad, _Tensor) and {place_of(tensor), place_of(grad)} == {Place.CPU, Place.GPU}:
        raise RuntimeError(WRONG_GRAD)
    return func(tensor, grad)


def _device_of(func: Call, tensor: torch.Tensor, *_args: Any) -> Any:
    truth: torch.device = func(tensor)
    return place_of(tensor).device if truth.type == "cpu" else truth


def _is_cuda(_func: Call, tensor: torch.Tensor, *_args: Any) -> bool:
    return place_of(tensor) is Place.GPU


def _is_cpu(func: Call, tensor: torch.Tensor, *_args: Any) -> bool:
    return bool(func(tensor)) and place_of(tensor) is not Place.GPU


def _get_device(_func: Call, tensor: torch.Tensor) -> int:
    return 0 if place_of(tensor) is Place.GPU else -1


def _descriptor(name: str) -> Any:
    return getattr(_Tensor, name)


_FROM_DATA = frozenset({torch.tensor, torch.as_tensor, torch.asarray})
_HANDLERS: dict[Any, Call] = {
    _Tensor.to: _to,
    _Tensor.cpu: _cpu,
    _Tensor.cuda: _cuda,
    _Tensor.type: _type,
    _Tensor.type_as: _type_as,
    _Tensor.numpy: _numpy,
    _Tensor.__array__: _numpy,
    _Tensor.pin_memory: _pin_memory,
    _Tensor.__deepcopy__: _deepcopy,
    _Tensor.get_device: _get_device,
    _descriptor("device").__get__: _device_of,
    _descriptor("is_cuda").__get__: _is_cuda,
    _descriptor("is_cpu").__get__: _is_cpu,
    _descriptor("grad").__set__: _set_grad,
}
