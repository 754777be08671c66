import pytest

from torchgrade.graders.packs.mistakes import MistakeLog
from torchgrade.graders.packs.yaml_nodes import MAX_YAML_BYTES, Broken, Mapping, Scalar, ScalarKind, compose


def mistakes_in(text: str) -> list[str]:
    log = MistakeLog()
    compose(text, "x.yaml", log)
    return [str(mistake) for mistake in log.mistakes]


def kind_of(text: str) -> ScalarKind:
    node = compose(f"key: {text}", "x.yaml", MistakeLog())
    assert isinstance(node, Mapping)
    value = node.entries["key"]
    assert isinstance(value, Scalar)
    return value.kind


def test_a_value_has_the_line_of_its_key() -> None:
    node = compose("a: 1\nb:\n  - x\n  - y: 2\n", "x.yaml", MistakeLog())
    assert isinstance(node, Mapping)
    assert (node.entries["a"].line, node.entries["b"].line) == (1, 2)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("5", ScalarKind.INT),
        ("-5", ScalarKind.INT),
        ("0.5", ScalarKind.FLOAT),
        (".nan", ScalarKind.FLOAT),
        ("true", ScalarKind.BOOL),
        ("True", ScalarKind.AMBIGUOUS),
        ("no", ScalarKind.AMBIGUOUS),
        ("'no'", ScalarKind.TEXT),
        ("'5'", ScalarKind.TEXT),
        ("1_000", ScalarKind.TEXT),
        ("012", ScalarKind.TEXT),
        ("2026-12-01", ScalarKind.TEXT),
        ("~", ScalarKind.NULL),
        ("", ScalarKind.NULL),
    ],
)
def test_a_scalar_is_read_by_the_core_schema_only(text: str, kind: ScalarKind) -> None:
    assert kind is kind_of(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: &x 1", "x.yaml:1: the anchor &x cannot be used here; remove it"),
        ("a: 1\nb: *x", "x.yaml:2: the alias *x cannot be used here; write the value out"),
        ("a: 1\n<<: {b: 1}", "x.yaml:2: the merge key << cannot be used here; write the keys out"),
        (
            "a: !!python/object:os.system 1",
            "x.yaml:1: the tag tag:yaml.org,2002:python/object:os.system cannot be used",
        ),
        ("a: !x 1", "x.yaml:1: the tag !x cannot be used here"),
        ("a: 1\nb: 2\na: 3", "x.yaml:3: the key 'a' is already given on line 1"),
        ("? [a]\n: 1", "x.yaml:1: a key must be a plain word"),
        ("a: 1\n---\nb: 2", "x.yaml:2: the file holds more than one document"),
        ("", "x.yaml:1: the file is empty"),
        ("# nothing\n", "x.yaml:1: the file is empty"),
        ("a: [1, 2\nb: 3", "x.yaml:2: this is not YAML: "),
        ("a: 1\nb: \x00", "x.yaml:2: this is not YAML: special characters are not allowed"),
        ('a: "\\ud800"', "x.yaml:1: the text holds the character U+D800, which cannot be shown"),
        ('a: 1\nb: "\\Uffffffff"', "this is not YAML: an escape or a number is out of range"),
        ("a: " + "[" * 40 + "]" * 40, "x.yaml:1: lists and mappings are nested deeper than 16"),
        ("a: " + "x" * MAX_YAML_BYTES, "x.yaml:1: the file is larger than 256 KiB"),
    ],
)
def test_what_a_pack_has_no_use_for_is_refused_with_its_line(text: str, message: str) -> None:
    assert any(message in found for found in mistakes_in(text)), mistakes_in(text)


def test_several_mistakes_of_form_are_told_together() -> None:
    assert len(mistakes_in("a: &x 1\nb: *x\na: 2\n")) == 3


def test_a_broken_file_gives_a_broken_node() -> None:
    assert isinstance(compose("{", "x.yaml", MistakeLog()), Broken)
