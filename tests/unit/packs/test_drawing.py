"""Cases are decided by the seed and nothing else."""

import importlib.util
import sys

import pytest

from torchgrade.problems.kit import Probe, check, st, tensors
from torchgrade.problems.strategies import draw_cases
from torchgrade.sandbox.encode import encode


@pytest.fixture
def probe() -> Probe:
    @check(
        x=tensors("n m", n=(1, 9)),
        size=st.integers(0, 1_000_000),
        rate=st.floats(0, 1),
        word=st.text(max_size=20),
        flags=st.lists(st.booleans(), max_size=5),
    )
    def anything(solution, x, size, rate, word, flags):
        """Draw a little of everything."""

    return anything


def drawn(probe: Probe, seed: int) -> list[bytes]:
    return [encode(case) for case in draw_cases(probe, count=300, seed_value=seed)]


def test_the_same_seed_draws_the_same_cases_whatever_was_imported_before(probe, tmp_path, monkeypatch):
    before = drawn(probe, 7)
    # Hypothesis would pick up these constants: the module lies outside site-packages.
    source = tmp_path / "somebodys_homework.py"
    numbers = ", ".join(str(1000 + 37 * number) for number in range(500))
    words = ", ".join(repr("w" * number) for number in range(1, 19))
    source.write_text(f"NUMBERS = [{numbers}]\nRATES = [0.123, 0.456, 0.789]\nWORDS = [{words}]\n")
    spec = importlib.util.spec_from_file_location("somebodys_homework", source)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "somebodys_homework", module)
    spec.loader.exec_module(module)

    assert drawn(probe, 7) == before


def test_another_seed_draws_other_cases(probe):
    assert drawn(probe, 7) != drawn(probe, 8)
