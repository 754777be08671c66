"""The concept cards: their answers are what their snippets print today, in words of both languages."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "cards"
HANGUL = re.compile("[가-힣]")


def load_answers_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cards_answers", FOLDER / "answers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = load_answers_script()
CARDS: dict[str, dict[str, Any]] = SCRIPT.load_cards()
ANSWERS: dict[str, str] = json.loads((FOLDER / "answers.json").read_text("utf-8"))


def test_there_are_ten_cards_each_with_an_answer() -> None:
    assert [f"Q{number:02}" for number in range(1, 11)] == list(CARDS)
    assert list(CARDS) == list(ANSWERS)


@pytest.mark.parametrize("name", CARDS)
def test_a_card_speaks_both_languages(name: str) -> None:
    card = CARDS[name]
    texts = [card["title"], card["question"], *card.get("choices", {}).values()]

    for text in texts:
        assert {"en", "ko"} == set(text)
        assert not HANGUL.search(text["en"])
    assert all(HANGUL.search(text["ko"]) for text in texts[1:])


@pytest.mark.parametrize("name", CARDS)
def test_the_stored_answer_is_what_the_snippet_prints(name: str) -> None:
    answer = SCRIPT.answer_of(CARDS[name])

    assert answer == ANSWERS[name]
    assert answer
    if "choices" in CARDS[name]:
        assert answer in CARDS[name]["choices"]


@pytest.mark.parametrize(
    ("expected", "given", "same"),
    [
        ("(1, 2, 3)\n(2, 1, 3)", "(1,2,3), (2,1,3)", True),
        ("(1, 2, 3)\n(2, 1, 3)", "(1, 2), (3, 2, 1, 3)", False),
        ("(2,)\n()\nerror", "(2) () Error", True),
        ("(2,)\n()\nerror", "(2,) error", False),
        ("9\n21", 9, False),
        ("B", "b", True),
        ("B", None, False),
    ],
)
def test_how_an_answer_is_laid_out_does_not_matter(expected: str, given: object, same: bool) -> None:
    assert same == SCRIPT.same_answer(expected, given)


def test_answers_of_a_student_are_marked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(yaml.safe_dump({**ANSWERS, "Q10": "A"}), "utf-8")

    assert 1 == SCRIPT.main(["--grade", str(mine)])
    assert "Q10 wrong\n9 of 10\n" in capsys.readouterr().out
