"""Concept cards: ten small questions whose answers come from running them, so that they can't go stale.

    python cards/answers.py                     run every card and write cards/answers.json
    python cards/answers.py --grade mine.yaml   mark a student's answers, such as {Q01: B, Q03: "(1, 2, 3) ..."}

A card is a YAML file: ``id``, ``title`` and ``question`` in both languages, a ``snippet`` and perhaps ``choices``. The
answer is what the snippet prints. Where a card has a piece of code named ``answer``, it runs after the snippet and
prints the answer; the reader does not see it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
ANSWERS = FOLDER / "answers.json"
SECONDS = 120


def load_cards() -> dict[str, dict[str, Any]]:
    """Return the cards by id, sorted."""
    cards = (yaml.safe_load(file.read_text("utf-8")) for file in sorted(FOLDER.glob("Q*.yaml")))
    return {card["id"]: card for card in cards}


def answer_of(card: dict[str, Any]) -> str:
    """Run a card in a fresh interpreter and return what it prints; raise ``CalledProcessError`` where it fails.

    Where there is code of the card's own for the answer, only what that code prints counts.
    """
    mark = "--- the answer ---"
    code = card["snippet"]
    if "answer" in card:
        code += f"\nprint({mark!r})\n{card['answer']}"
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-P", "-X", "utf8", "-c", code],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=True,
        )
    return done.stdout.rpartition(f"{mark}\n")[2].strip()


def same_answer(expected: str, given: object) -> bool:
    """Return whether an answer says the same. Upper case, blanks, line ends and commas between words don't matter."""

    def words(text: str) -> list[str]:
        found = re.findall(r"\([^()]*\)|-?[\w.]+", text.lower())
        return [re.sub(r"\s|,(?=\s*\))", "", word) for word in found]

    return words(expected) == words(str(given))


def main(arguments: list[str]) -> int:
    """Write the answers, or mark those of a student."""
    if not arguments:
        answers = {name: answer_of(card) for name, card in load_cards().items()}
        ANSWERS.write_text(json.dumps(answers, indent=2, ensure_ascii=False) + "\n", "utf-8")
        return 0
    if len(arguments) != 2 or arguments[0] != "--grade":
        sys.stderr.write(f"{__doc__}\n")
        return 2
    expected = json.loads(ANSWERS.read_text("utf-8"))
    given = yaml.safe_load(Path(arguments[1]).read_text("utf-8"))
    if not isinstance(given, dict):
        sys.stderr.write(f"{arguments[1]} must say which card has which answer, such as Q01: B\n")
        return 2
    right = {name: same_answer(answer, given.get(name, "")) for name, answer in expected.items()}
    sys.stdout.writelines(f"{name} {'right' if is_right else 'wrong'}\n" for name, is_right in right.items())
    sys.stdout.write(f"{sum(right.values())} of {len(right)}\n")
    return 0 if all(right.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
