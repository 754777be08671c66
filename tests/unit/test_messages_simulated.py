"""What a student is told about the simulated GPU, and which known mistakes it recognises."""

from __future__ import annotations

import pytest

from torchgrade.graders.compare import Difference, Tolerance, compare
from torchgrade.graders.messages_simulated import first_device_error, would_fail_message
from torchgrade.problems.values import Raised, TensorValue, Value

APART = Raised(
    "RuntimeError",
    "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu! (when checking "
    "argument for argument index in method wrapper_CUDA_gather) (mine.py, line 6)",
)
NUMPY = Raised("TypeError", "can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to")
ON_GPU = TensorValue("float32", (1,), bytes(4), device="cuda")
ON_CPU = TensorValue("float32", (1,), bytes(4))


def differ(expected: Value, actual: Value) -> Difference | None:
    return compare(expected, actual, Tolerance())


@pytest.mark.parametrize("actual", [APART, [1, APART], {"a": (APART,)}])
def test_mixed_devices_name_the_operation_the_line_the_cause_and_the_fix(actual: Value) -> None:
    message = would_fail_message(ON_GPU, actual, None)

    assert message is not None
    for words in ("would fail on a GPU", "argument index", "(mine.py, line 6)", "device=x.device", "register_buffer"):
        assert words in message.en
    for words in ("GPU에서는 실패합니다", "(mine.py, line 6)", "device=x.device", "register_buffer"):
        assert words in message.ko


def test_numpy_on_a_gpu_tensor_is_told_to_take_it_to_the_cpu() -> None:
    message = would_fail_message(ON_GPU, NUMPY, None)

    assert message is not None
    assert ("x.detach().cpu()" in message.en, "x.detach().cpu()" in message.ko) == (True, True)
    assert "register_buffer" not in message.en


def test_a_result_on_the_cpu_is_told_where_it_is() -> None:
    message = would_fail_message({"a": ON_GPU}, {"a": ON_CPU}, differ({"a": ON_GPU}, {"a": ON_CPU}))

    assert message is not None
    assert 'result["a"]: The device is cpu but should be cuda. The values agree.' in message.en
    assert ("comes back on the wrong device" in message.en, "다른 장치에 있습니다" in message.ko) == (True, True)


def test_a_wrong_value_keeps_its_own_message() -> None:
    other = TensorValue("float32", (1,), b"\x00\x00\x80\x3f", device="cuda")

    assert would_fail_message(ON_GPU, other, differ(ON_GPU, other)) is None
    assert would_fail_message(ON_GPU, Raised("RuntimeError", "something else"), None) is None


def test_an_error_that_the_reference_shows_too_is_not_the_reason() -> None:
    assert would_fail_message([APART, 1], [APART, 2], differ([APART, 1], [APART, 2])) is None
    assert APART is first_device_error({"a": [1, APART]})
    assert first_device_error([ON_CPU, Raised("RuntimeError", "cuda")]) is None
