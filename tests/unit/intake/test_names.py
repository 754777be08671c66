"""Which names are shown, odd, reserved or alike."""

from __future__ import annotations

import pytest

from torchgrade.graders.intake.names import common_folder, find_twins, is_junk, is_odd, is_reserved, show, show_list


@pytest.mark.parametrize(
    "name",
    [
        "a.py",
        "과제 1.ipynb",
        "hw (1).py",
        "_a.py",
        "2024-hw1.py",
        "日本/ä.py",
        "ไทยที่.py",
        "a/b/c.py",
        "(1).py",
        "x" * 255,
    ],
)
def test_ordinary_names_of_any_script_are_accepted(name: str) -> None:
    assert not is_odd(name)


@pytest.mark.parametrize(
    "name",
    [
        "-rf.py",
        "a\n.py",
        "a\x1b[31m.py",
        "a\0.py",
        "a\u202ecod.py",
        "a\u200b.py",
        "$(id).py",
        "a;b.py",
        "🔥.py",
        "a\udc80.py",
        " a.py",
        "a.py ",
        "a.py.",
        "x" * 256,
        "가" * 86,
        "a/-b.py",
        "a//b.py",
        "a/" * 32 + "b.py",
        "",
    ],
)
def test_odd_names_are_told(name: str) -> None:
    assert is_odd(name)


@pytest.mark.parametrize(
    "name",
    [
        "conftest.py",
        "tests/conftest.py",
        "Conftest.py",
        "sitecustomize.py",
        "usercustomize.py",
        "setup.py",
        "x.pth",
        "pytest.ini",
        "torch.py",
        "json.py",
        "random.py",
        "worker.py",
        "numpy/__init__.py",
        "torch/nn/functional.py",
        "hypothesis.py",
        "torchgrade/a.py",
    ],
)
def test_names_that_python_would_pick_up_are_reserved(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize(
    "name",
    ["gather.py", "solution.py", "softmax.py", "sub/json.py", "my_torch.py", "json.ipynb", "numpy/readme.md", "a.ini"],
)
def test_other_names_are_free(name: str) -> None:
    assert not is_reserved(name)


@pytest.mark.parametrize("name", [".hidden", "a/.git/x.py", "__MACOSX/a.py", "x/__pycache__/a.py", ".DS_Store"])
def test_what_systems_leave_behind_is_junk(name: str) -> None:
    assert is_junk(name)
    assert not is_junk("../a.py")


def test_shown_names_have_no_controls() -> None:
    assert "a\\x1b[0m\\u202e\\udc80 과제" == show("a\x1b[0m\u202e\udc80 과제")
    assert 120 == len(show("x" * 500))
    assert "a, b and 1 more" == show_list(["b", "a", "c"], limit=2)


def test_twins_differ_only_to_us() -> None:
    assert find_twins(["a.py", "b.py", "sub/a.py"]) is None
    assert ("A.py", "a.py") == find_twins(["a.py", "A.py"])
    assert ("strasse.py", "straße.py") == find_twins(["straße.py", "strasse.py"])
    assert ("a.py", "a.py") == find_twins(["a.py", "a.py"])
    assert ("a", "a/b.py") == find_twins(["a/b.py", "a"])


def test_only_a_folder_common_to_all_is_stripped() -> None:
    assert "" == common_folder([])
    assert "a/" == common_folder(["a/x.py", "a/y/z.py"])
    assert "a/b/" == common_folder(["a/b/x.py"])
    assert "" == common_folder(["a/x.py", "y.py"])
    assert "" == common_folder(["pkg/__init__.py", "pkg/a.py"])
