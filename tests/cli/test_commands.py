"""The command line as a user meets it: exit codes, both streams, help with examples."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from torchgrade.cli import cli
from torchgrade.reports.schema import schema

RIGHT = """\
import torch


def get_diag_element_3D(A):
    n = min(A.size(1), A.size(2))
    index = torch.arange(n, device=A.device).view(1, n, 1).expand(A.size(0), n, 1)
    return torch.gather(A[:, :n], 2, index).squeeze(2)
"""
ON_THE_CPU = RIGHT.replace(", device=A.device", "")
SQUEEZED = RIGHT.replace(".squeeze(2)", ".squeeze()")


def torchgrade(*words: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from torchgrade.cli import main; main()", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
        timeout=120,
    )


def all_commands(group: click.Group, prefix: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for name, command in group.commands.items():
        found.append((*prefix, name))
        if isinstance(command, click.Group):
            found += all_commands(command, (*prefix, name))
    return found


@pytest.mark.parametrize("words", all_commands(cli), ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli, [*words, "--help"])

    assert 0 == result.exit_code
    assert "Example:\n    torchgrade " in result.output


def test_a_typing_mistake_names_the_command_that_was_meant() -> None:
    result = torchgrade("chek")

    assert 2 == result.returncode
    assert "Did you mean 'check'?" in result.stderr


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "diagonal_3d.py").write_text(RIGHT, "utf-8")
    return tmp_path


def test_a_right_solution_passes_its_public_checks_and_says_what_is_left(work: Path) -> None:
    result = torchgrade("check", "diagonal_3d.py", cwd=work)

    assert 0 == result.returncode, result.stderr
    assert "All 3 public checks passed; 1 hidden check decides the other 10 points" in result.stdout


def test_a_wrong_solution_gets_the_smallest_counterexample_and_the_known_mistake(work: Path) -> None:
    (work / "diagonal_3d.py").write_text(SQUEEZED, "utf-8")

    result = torchgrade("check", "diagonal_3d.py", "--format", "json", cwd=work)

    assert 1 == result.returncode
    (problem,) = json.loads(result.stdout)
    assert ["squeeze_everything"] == [one["mistake"] for one in problem["diagnosis"]]
    first = problem["checks"][0]
    assert "failed" == first["verdict"]
    assert "A = tensor([[[1]]])" == first["counterexample"]["case"]


def test_a_solution_that_would_fail_on_a_gpu_hears_so_and_loses_no_points(work: Path) -> None:
    (work / "diagonal_3d.py").write_text(ON_THE_CPU, "utf-8")

    result = torchgrade("check", "diagonal_3d.py", "--format", "json", cwd=work)

    assert 1 == result.returncode
    (problem,) = json.loads(result.stdout)
    assert (25, 25) == (problem["score"], problem["max_score"])
    assert ["index_on_the_cpu"] == [one["mistake"] for one in problem["diagnosis"]]
    assert ["passed", "passed", "error"] == [check["verdict"] for check in problem["checks"]]
    for language, words in (("en", "This would fail on a GPU"), ("ko", "GPU에서는 실패합니다")):
        assert problem["checks"][-1]["message"][language].startswith(words)


def test_what_is_wrong_anyway_is_not_asked_of_the_gpu(work: Path) -> None:
    (work / "diagonal_3d.py").write_text(SQUEEZED, "utf-8")

    (problem,) = json.loads(torchgrade("check", "diagonal_3d.py", "--format", "json", cwd=work).stdout)

    assert ["failed", "failed", "blocked"] == [check["verdict"] for check in problem["checks"]]


def test_a_solved_problem_is_marked_in_the_list(work: Path) -> None:
    torchgrade("check", "diagonal_3d.py", cwd=work)

    rows = json.loads(torchgrade("list", "--json", cwd=work).stdout)

    assert ["gather/diagonal-3d"] == [row["id"] for row in rows if row["solved"]]


def test_start_writes_a_starter_that_fails_with_a_helpful_message_and_never_overwrites(tmp_path: Path) -> None:
    assert 0 == torchgrade("start", "diagonal-3d", "work", cwd=tmp_path).returncode
    starter = tmp_path / "work" / "diagonal_3d.py"
    starter.write_text(starter.read_text("utf-8") + "# mine\n", "utf-8")

    again = torchgrade("start", "diagonal-3d", "work", cwd=tmp_path)

    assert 2 == again.returncode
    assert "is there already and is not overwritten" in again.stderr
    assert starter.read_text("utf-8").endswith("# mine\n")
    assert 1 == torchgrade("check", starter, cwd=tmp_path).returncode


def test_show_prints_the_statement_in_both_languages() -> None:
    assert "Diagonal of every matrix" in torchgrade("show", "gather/diagonal-3d").stdout
    assert "대각선" in torchgrade("show", "gather/diagonal-3d", "--lang", "ko").stdout


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("show", "gather/diagonal"), 2, "did you mean"),
        (("check", "nothing.py"), 2, "does not exist"),
        (("check", "diagonal3d.py"), 2, "does not exist; did you mean 'diagonal_3d.py'?"),
        (("check", "no/such/folder/nothing.py"), 2, "does not exist."),
        (("check", "gather/diagonal-3d"), 2, "--problem gather/diagonal-3d"),
        (("grade", "nothing", "--assignment", "week-1", "--out", "out", "--runner", "process"), 2, "no such folder"),
        (("grade", ".", "--assignment", "week-one", "--out", "out", "--runner", "process"), 2, "did you mean 'week-1'"),
        (("grade", ".", "--assignment", "week-1", "--out", "out", "--due", "tomorrow"), 2, "no ISO 8601 time"),
        (("report", "nothing"), 4, "there is no run here"),
    ],
    ids=[
        "unknown problem",
        "no file",
        "nearly a file",
        "a file in no folder",
        "a problem for a file",
        "no folder",
        "unknown assignment",
        "bad due",
        "no run",
    ],
)
def test_bad_input_names_the_thing_and_the_fix(work: Path, words: tuple[str, ...], code: int, message: str) -> None:
    result = torchgrade(*words, cwd=work)

    assert (code, "") == (result.returncode, result.stdout)
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_without_an_engine_grade_stops_and_says_both_remedies(work: Path) -> None:
    result = torchgrade(
        "grade", ".", "--assignment", "week-1", "--out", "out", cwd=work, DOCKER_HOST="unix:///nowhere.sock"
    )

    assert 4 == result.returncode
    assert "Start Docker" in result.stderr
    assert "--runner process" in result.stderr


def test_a_broken_assignment_file_is_invalid_with_file_and_line(work: Path) -> None:
    (work / "bad.yaml").write_text("format: 1\ntitle: {en: A, ko: 가}\nproblems: [{id: gather/nope}]\n", "utf-8")

    result = torchgrade("grade", ".", "--assignment", "bad.yaml", "--out", "out", "--runner", "process", cwd=work)

    assert 3 == result.returncode
    assert "bad.yaml:3" in result.stderr


def test_an_option_may_come_from_the_environment_and_the_flag_wins(work: Path) -> None:
    by_variable = torchgrade("show", "gather/diagonal-3d", cwd=work, TORCHGRADE_LANG="ko")
    by_flag = torchgrade("show", "gather/diagonal-3d", "--lang", "en", cwd=work, TORCHGRADE_LANG="ko")

    assert "대각선" in by_variable.stdout
    assert "대각선" not in by_flag.stdout


def test_ci_grades_the_checkout_and_student_output_is_no_workflow_command(work: Path) -> None:
    hostile = 'print("::error::owned")\nprint("::set-output name=score::100")\n' + SQUEEZED
    (work / "diagonal_3d.py").write_text(hostile, "utf-8")
    summary = work / "summary.md"

    result = torchgrade(
        *("ci", ".", "--assignment", "week-1", "--runner", "process", "--junit", "junit.xml"),
        cwd=work,
        GITHUB_ACTIONS="true",
        GITHUB_STEP_SUMMARY=str(summary),
    )

    assert 1 == result.returncode, result.stderr
    fenced, after = result.stdout.split("::stop-commands::", 1)[1].split("\n", 1)[1], ""
    token = result.stdout.split("::stop-commands::", 1)[1].split("\n", 1)[0]
    fenced, after = fenced.split(f"::{token}::\n", 1)
    assert "::error::owned" not in after
    assert "::error file=diagonal_3d.py" in after
    assert "Diagonal of every matrix" in summary.read_text("utf-8")
    assert (work / "junit.xml").read_text("utf-8").startswith("<?xml")


def test_ci_passes_above_its_gate(work: Path) -> None:
    (work / "diagonal_3d.py").write_text(RIGHT, "utf-8")
    words = ("ci", ".", "--assignment", "week-1", "--runner", "process", "--fail-under", "100")

    assert 0 == torchgrade(*words, cwd=work).returncode


def test_the_schemas_are_valid_json_schemas() -> None:
    import jsonschema

    for name in ("results", "submission", "problem", "assignment"):
        jsonschema.Draft202012Validator.check_schema(schema(name))
