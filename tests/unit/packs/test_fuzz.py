"""Whatever a file holds, loading ends in a problem or in a list of mistakes, never in another exception."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from torchgrade.graders.packs.mistakes import MistakeLog
from torchgrade.graders.packs.problem_yaml import DeclaredProblem, read_problem_yaml

# fmt: off
PIECES = [
    "&a ", "*a", "<<: ", "!!int ", "- ", ": ", "{", "}", "[", "]", "\n", "  ", '"', "'", "#", "|", "%", "\t", "no",
    "-5", "1e9", "99999999999999999999", "\x00", "\ud800", "\\ud800", "\u2028", "---\n", "? ", "null",
]
# fmt: on


def read(text: str) -> None:
    log = MistakeLog()
    declared = read_problem_yaml(text, problem_id="gather/diagonal-3d", path="problem.yaml", log=log)
    if log.mistakes:
        assert all(mistake.line >= 1 and mistake.message for mistake in log.mistakes)
    else:
        assert isinstance(declared, DeclaredProblem)
        assert declared.title is not None
        assert declared.difficulty is not None
        assert len(declared.checks) == len(declared.probe_lines)


@settings(max_examples=150, deadline=None)
@given(st.text() | st.lists(st.sampled_from([*PIECES, "id", "format: 1", "checks"])).map("".join))
def test_any_text_is_a_problem_or_mistakes(text: str) -> None:
    read(text)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_mutation_of_a_right_file_is_a_problem_or_mistakes(problem_yaml: str, data: st.DataObject) -> None:
    text = problem_yaml
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(st.sampled_from(["", *PIECES])) + text[end:]
    read(text)


@pytest.mark.parametrize(
    "text", ["%YAML 999999999999.1\n---\na", 'a: "\\UFFFFFFFF"', "[" * 5000, "- " * 5000, "\ufeff"]
)
def test_known_traps_of_the_parser(text: str) -> None:
    read(text)
