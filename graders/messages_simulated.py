"""What a student is told when a solution would fail on a GPU: what happened, the likely cause, and the fix. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from torchgrade.graders.compare.difference import Difference, DifferenceKind
from torchgrade.graders.compare.show import plain
from torchgrade.graders.text import Text
from torchgrade.problems.values import Raised, Value

# The words are PyTorch's own, so that a student meets them again on a real GPU. They come from the student's process
# and choose among messages only.
_APART = (
    "Expected all tensors to be on the same device",
    "indices should be either on cpu or on the same device",
    "assigned grad has data located on a different device",
    "Expected a 'cuda' device type for generator",
    "Expected a 'cpu' device type for generator",
)
_FOR_NUMPY = "can't convert cuda:0 device type tensor to numpy"

_CAUSES = Text(
    "Usually a tensor was made without device=, and so on the CPU: write torch.arange(n, device=x.device), or "
    "x.new_zeros(n). In a module it may be a plain attribute, which .to(device) leaves behind: use register_buffer or "
    "nn.Parameter.",
    "대개 device= 없이 텐서를 만들어 CPU에 놓인 경우입니다. "
    "torch.arange(n, device=x.device)나 x.new_zeros(n)처럼 쓰세요. "
    "모듈에서는 .to(device)로 옮겨지지 않는 일반 속성일 수도 있습니다. "
    "register_buffer나 nn.Parameter를 쓰세요.",
)


def would_fail_message(expected: Value, actual: Value, difference: Difference | None) -> Text | None:
    """Return why an answer is wrong on the simulated GPU; None where the GPU is not the reason."""
    if first_device_error(expected) is not None:
        return None
    error = first_device_error(actual)
    if error is not None:
        return _numpy_message(error) if error.message.startswith(_FOR_NUMPY) else _apart_message(error)
    if difference is not None and difference.kind is DifferenceKind.DEVICE:
        return _left_behind_message(difference)
    return None


def is_device_error(error: Raised) -> bool:
    """Return whether an exception is one that only a machine with a GPU raises."""
    return error.message.startswith((*_APART, _FOR_NUMPY))


def first_device_error(value: Value) -> Raised | None:
    """Return the first such exception in evidence, or None."""
    return next(_device_errors(value), None)


def _device_errors(value: Value) -> Iterator[Raised]:
    match value:
        case Raised() if is_device_error(value):
            yield value
        case list() | tuple():
            for item in value:
                yield from _device_errors(item)
        case dict():
            for item in value.values():
                yield from _device_errors(item)
        case _:
            return


def _apart_message(error: Raised) -> Text:
    said = plain(error.message, max_chars=600)
    return Text(
        f"This would fail on a GPU, where tensors on the CPU and on the GPU can't meet in one operation: {said}\n"
        f"{_CAUSES.en}",
        f"GPU에서는 실패합니다. CPU 텐서와 GPU 텐서는 한 연산에서 함께 쓸 수 없습니다: {said}\n{_CAUSES.ko}",
    )


def _numpy_message(error: Raised) -> Text:
    said = plain(error.message, max_chars=600)
    return Text(
        f"This would fail on a GPU: {said}\nnumpy can't see a GPU's memory. Stay with torch's functions, or take the "
        "tensor to the CPU first with x.detach().cpu().",
        f"GPU에서는 실패합니다: {said}\nnumpy는 GPU 메모리를 볼 수 없습니다. torch 함수를 계속 쓰거나, "
        "x.detach().cpu()로 먼저 CPU로 옮기세요.",
    )


def _left_behind_message(difference: Difference) -> Text:
    said = difference.message
    return Text(
        f"With inputs on a GPU a tensor comes back on the wrong device. {said.en}\n{_CAUSES.en} Or it was moved with "
        ".cpu(), and not back.",
        f"GPU에 있는 입력을 받았는데 결과 텐서가 다른 장치에 있습니다. {said.ko}\n{_CAUSES.ko} "
        ".cpu()로 옮기고 되돌리지 않았을 수도 있습니다.",
    )
