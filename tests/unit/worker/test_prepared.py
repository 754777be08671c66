"""Questions that are ready before the fork are what they would be if every child read them for itself."""

from __future__ import annotations

import pytest
import torch

from torchgrade.problems.values import TensorValue
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.worker import prepared
from torchgrade.sandbox.worker.job import Questions
from torchgrade.sandbox.worker.prepared import Prepared

X = TensorValue("float32", (2,), torch.tensor([1.0, 2.0]).numpy().tobytes())


def questions(source: str = "", *, device: str = "cpu") -> Questions:
    return Questions(
        checks_source=source,
        checks=(("first", 2),),
        cases=(encode({"x": X, "n": 1}), encode({"x": X, "n": 2})),
        device=device,
    )


@pytest.mark.parametrize("most", [prepared.MAX_READY_BYTES, 0])
def test_a_case_is_what_was_encoded_whether_it_was_ready_or_not(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(prepared, "MAX_READY_BYTES", most)
    ready = Prepared(questions())

    plain, inputs = ready.take(1, "cpu")

    assert {"x": X, "n": 2} == plain
    assert isinstance(inputs["x"], torch.Tensor)
    assert [1.0, 2.0] == inputs["x"].tolist()


def test_a_case_asked_again_is_built_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = Prepared(questions())
    spoilt = ready.take(0, "cpu")[1]["x"]
    assert isinstance(spoilt, torch.Tensor)
    spoilt.zero_()

    again = ready.take(0, "cpu")[1]["x"]

    assert isinstance(again, torch.Tensor)
    assert [1.0, 2.0] == again.tolist()


def test_nothing_is_built_for_a_gpu_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []
    monkeypatch.setattr(prepared, "to_torch", lambda value, device: built.append(device))
    ready = Prepared(questions(device="cuda"))
    assert not built

    ready.take(0, "cuda")
    ready.take(1, "cpu")

    assert ["cuda", "cuda", "cpu", "cpu"] == built


def test_checks_that_do_not_compile_say_so_in_the_child() -> None:
    ready = Prepared(questions("def broken(:"))

    with pytest.raises(SyntaxError):
        ready.code()


def test_a_case_that_can_not_be_built_says_so_in_the_child() -> None:
    whole_numbers = TensorValue("int64", (1,), bytes(8), requires_grad=True)
    ready = Prepared(Questions(checks_source="", checks=(("first", 1),), cases=(encode({"x": whole_numbers}),)))

    with pytest.raises(RuntimeError, match="require gradients"):
        ready.take(0, "cpu")
