"""Equivalent mutants as written down by a person, and the score."""

import pytest

from torchgrade.graders.packs import PackError
from torchgrade.graders.validate.mutants import mutants
from torchgrade.graders.validate.mutants_score import read_equivalents, split

ENTRY = "- {operator: int_constant, before: dim=1, after: dim=0, reason: square}\n"


def test_reasons_are_read_by_key():
    text = ENTRY + "- {operator: int_constant, before: dim=1, after: dim=0, ordinal: 2, reason: also square}\n"

    assert {
        "int_constant: dim=1 -> dim=0": "square",
        "int_constant: dim=1 -> dim=0 #2": "also square",
    } == {key: one.reason for key, one in read_equivalents(text, "equivalent_mutants.yaml").items()}


@pytest.mark.parametrize("text", ["", "[]", "# nothing yet\n"])
def test_no_entries_is_fine(text):
    assert {} == read_equivalents(text, "equivalent_mutants.yaml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ENTRY + ENTRY, r"equivalent_mutants.yaml:2: 'int_constant: dim=1 -> dim=0' is listed twice"),
        (ENTRY.replace(", reason: square", ""), r"equivalent_mutants.yaml:1: equivalents\[0\].reason is missing"),
        (ENTRY.replace("square", "''"), r"yaml:1: equivalents\[0\].reason is blank"),
        (ENTRY.replace("reason", "reasn"), r"yaml:1: unknown key 'equivalents\[0\].reasn'; did you mean 'reason'\?"),
        (ENTRY.replace("int_constant", "int_const"), r"must be one of .*did you mean 'int_constant'"),
        ("operator: x\n", r"equivalents is a mapping; it must be a list"),
        ("- [\n", r"this is not YAML"),
    ],
)
def test_a_mistake_is_refused_with_its_line(text, message):
    with pytest.raises(PackError, match=message):
        read_equivalents(text, "equivalent_mutants.yaml")


def test_the_score_leaves_equivalent_mutants_out():
    everything = mutants("y = x.sum(dim=1)\n")
    marked, alive = everything[0], everything[1]

    score = split(everything, [marked, alive], {marked.key: "square", "gone": "was here once"})

    assert len(everything) - 2 == score.killed
    assert (alive,) == score.survived
    assert (marked,) == score.equivalent
    assert ("gone",) == score.unused
    assert 100 * score.killed / (len(everything) - 1) == score.percent


def test_a_mark_on_a_killed_mutant_is_unused():
    everything = mutants("y = x.sum(dim=1)\n")

    assert (everything[0].key,) == split(everything, [], {everything[0].key: "no"}).unused


def test_without_mutants_everything_is_killed():
    assert 100.0 == split((), [], {}).percent


def test_a_survivor_from_elsewhere_is_refused():
    with pytest.raises(ValueError, match="survivors that are no mutants of this source: "):
        split((), mutants("y = x.sum(dim=1)\n")[:1], {})
