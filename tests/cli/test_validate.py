"""``torchgrade new problem`` and ``torchgrade validate`` as an author meets them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from torchgrade.cli import cli
from torchgrade.commands.exits import Exit

SOUND = Path(__file__).parents[1] / "packs" / "sound"


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    assert Exit.OK == torchgrade("new", "problem", "algebra/outer", "--pack", tmp_path).exit_code
    return tmp_path


def torchgrade(*words: object) -> Result:
    return CliRunner().invoke(cli, list(map(str, words)))


def test_the_skeleton_is_explained_line_by_line(skeleton: Path) -> None:
    result = torchgrade("validate", "algebra/outer", "--pack", skeleton, "--quick")

    assert Exit.INVALID_PACK == result.exit_code
    said = re.findall(r"^ +error: (\S+): ", result.stdout, re.MULTILINE)
    for file in (skeleton / "problems/algebra/outer").iterdir():
        shown = f"problems/algebra/outer/{file.name}"
        left = [number for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if "TODO" in line]
        assert left
        if file.name == "problem.yaml":  # read as data: its lines are known by their keys
            assert all(key in result.stdout for key in (f"{shown}: title.ko", f"{shown}: hints", "title.ko is missing"))
        else:
            assert {f"{shown}:{number}" for number in left} <= set(said)
    for rest in ("solution.py", "mistakes/returns_its_input.py:2", "mistakes/returns_its_input.py:3", "alternatives"):
        assert f"reference/algebra/outer/{rest}" in said


def test_a_folder_that_is_no_problem_is_named(skeleton: Path) -> None:
    (skeleton / "problems" / "algebra").rename(skeleton / "problems" / "Linear Algebra")

    result = torchgrade("validate", "--pack", skeleton, "--quick")

    assert Exit.INVALID_PACK == result.exit_code
    assert "error: problems/Linear Algebra:1: the folder's name is 'Linear Algebra'; it must be small" in result.stdout


def test_a_sound_pack_is_valid_with_its_numbers() -> None:
    result = torchgrade("validate", "--pack", SOUND, "--quick")

    assert Exit.OK == result.exit_code, result.stdout
    assert "✓ rows/weighted-sum  alternatives 2, mistakes 9, seeds 3" in result.stdout
    assert "✓ folders  problems 1" in result.stdout
