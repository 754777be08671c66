import ast
from pathlib import Path

import pytest

from torchgrade.graders.locate import Located, locate
from torchgrade.graders.problem import Limits, Problem, Rules
from torchgrade.graders.submission import Fault, FaultKind, SourceFile, Submission
from torchgrade.graders.text import Text


def problem(*entry_points: str) -> Problem:
    return Problem(
        id="gather/diagonal-3d",
        title=Text("t", "t"),
        entry_points=entry_points or ("get_diag",),
        difficulty=1,
        topics=("gather",),
        limits=Limits(),
        rules=Rules(),
        checks=(),
        folder=Path("x"),
        reference_folder=None,
        statement=Text("s", "s"),
        starter="",
        checks_source="",
        digest="",
    )


def submission(files: dict[str, str], faults: tuple[Fault, ...] = ()) -> Submission:
    return Submission(
        student="kim",
        path=Path("kim"),
        sha256="",
        files=tuple(SourceFile(name=name, source=source) for name, source in files.items()),
        faults=faults,
    )


def fault(file: str | None) -> Fault:
    return Fault(kind=FaultKind.ERROR, file=file, message=Text(f"{file} is broken", f"{file} 오류"))


def message(files: dict[str, str], *entry_points: str) -> Text:
    answer = locate(problem(*entry_points), submission(files))
    assert isinstance(answer, tuple)
    assert all(one.kind is FaultKind.ERROR for one in answer)
    return answer[0].message


@pytest.mark.parametrize(
    "source",
    [
        "def get_diag(a): ...",
        "async def get_diag(a): ...",
        "class get_diag: ...",
        "get_diag = lambda a: a",
        "get_diag: object = len",
        "a, (get_diag, b) = 1, (2, 3)",
        "(get_diag := len)",
        "from torch import diag as get_diag",
        "import get_diag",
        "if True:\n    def get_diag(a): ...",
        "try:\n    pass\nexcept ImportError:\n    def get_diag(a): ...",
        "with open(__file__):\n    get_diag = 1",
    ],
)
def test_every_way_to_bind_a_name_at_top_level_counts(source: str) -> None:
    assert locate(problem(), submission({"week1.py": source})) == Located(files={"get_diag": "week1.py"})


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    def get_diag(a): ...",
        "class A:\n    def get_diag(a): ...",
        "get_diag: object",
        "x = [get_diag for get_diag in ()]",
        "print(get_diag)",
        "from torch import *",
        "# def get_diag(a)",
    ],
)
def test_a_name_inside_something_else_or_only_mentioned_does_not_count(source: str) -> None:
    assert "`get_diag` is not defined at the top level of week1.py." in message({"week1.py": source}).en


@pytest.mark.parametrize("name", ["diagonal-3d.py", "diagonal_3d.py", "hw/Diagonal_3D.ipynb"])
def test_the_file_named_after_the_problem_comes_first(name: str) -> None:
    files = {"a.py": "def get_diag(a): ...", name: "def get_diag(a): ...", "z.py": "get_diag = 1"}
    assert locate(problem(), submission(files)) == Located(files={"get_diag": name})


def test_a_file_named_after_the_problem_that_lacks_the_function_gives_way() -> None:
    files = {"diagonal_3d.py": "x = 1", "b.py": "def get_diag(a): ..."}
    assert locate(problem(), submission(files)) == Located(files={"get_diag": "b.py"})


def test_entry_points_may_come_from_different_files() -> None:
    files = {"a.py": "def f(): ...", "b.py": "def g(): ..."}
    assert locate(problem("f", "g"), submission(files)) == Located(files={"f": "a.py", "g": "b.py"})


def test_two_files_that_define_it_are_an_error_that_names_both() -> None:
    text = message({"a.py": "def get_diag(a): ...", "b.py": "import torch as get_diag"})
    assert text.en.startswith("`get_diag` is defined in a.py and in b.py. Keep one")
    assert "a.py, b.py" in text.ko


def test_importing_it_from_a_sibling_is_no_second_definition() -> None:
    files = {"a.py": "def get_diag(a): ...", "try_it.py": "from a import get_diag\n"}
    assert locate(problem(), submission(files)) == Located(files={"get_diag": "a.py"})


def test_importing_it_from_a_sibling_and_defining_it_again_is_one() -> None:
    files = {"a.py": "def get_diag(a): ...", "b.py": "from a import get_diag\ndef get_diag(a): ...\n"}
    assert "is defined in a.py and in b.py" in message(files).en


def test_a_missing_function_is_told_with_the_files_and_the_nearest_name() -> None:
    text = message({"a.py": "x = 1", "b.py": "def Get_Dia(a): ..."})
    assert text.en == (
        "`get_diag` is not defined at the top level of a.py, b.py. "
        "Did you mean `Get_Dia` in b.py? The name must be exactly `get_diag`."
    )
    assert text.ko == (
        "`get_diag` 정의를 찾지 못했습니다. 찾아본 파일: a.py, b.py. "
        "b.py에 있는 `Get_Dia`인가요? 이름은 정확히 `get_diag`이어야 합니다."
    )


def test_a_missing_function_without_a_near_name_says_where_to_define_it() -> None:
    assert message({"a.py": "x = 1"}).en.endswith(
        "Define it outside of any function or class, with exactly this name: `get_diag`."
    )


def test_many_files_are_not_all_listed() -> None:
    text = message({f"f{number}.py": "x = 1" for number in range(9)})
    assert "f0.py, f1.py, f2.py, f3.py, f4.py and 4 more." in text.en
    assert "f4.py 외 4개." in text.ko


def test_every_missing_entry_point_is_told() -> None:
    answer = locate(problem("f", "g"), submission({"a.py": "x = 1"}))
    assert isinstance(answer, tuple)
    assert [one.message.en[:10] for one in answer] == ["`f` is not", "`g` is not"]


def test_an_empty_submission_says_what_to_hand_in() -> None:
    assert message({}).en == "This submission holds no Python file and no notebook. Hand in a .py or .ipynb file."


def test_a_rejected_submission_keeps_its_reason() -> None:
    files = {"a.py": "def get_diag(a): ..."}
    assert locate(problem(), submission(files, (fault("b.py"), fault(None)))) == (fault(None),)


def test_the_fault_of_the_file_named_after_the_problem_is_the_answer() -> None:
    files = {"other.py": "def get_diag(a): ..."}
    assert locate(problem(), submission(files, (fault("Diagonal_3d.py"),))) == (fault("Diagonal_3d.py"),)


def test_the_fault_of_another_file_is_the_answer_only_where_nothing_else_defines_it() -> None:
    broken = fault("week1.py")
    assert locate(problem(), submission({"a.py": "x = 1"}, (broken,))) == (broken,)
    assert locate(problem(), submission({"a.py": "get_diag = 1"}, (broken,))) == Located(files={"get_diag": "a.py"})


@pytest.mark.parametrize(
    "source", ["def get_diag(:", "x = " + "(" * 5000, "x = " + "-" * 100_000 + "1", "\x00"], ids=len
)
def test_a_file_that_cannot_be_parsed_is_a_fault_and_never_a_crash(source: str) -> None:
    assert message({"week1.py": source}).en.startswith("week1.py, line 1: this is not Python (")


def test_a_long_sum_is_scanned_without_running_out_of_stack() -> None:
    source = "def get_diag(a): ...\nx = " + "+".join("1" * 700)
    answer = locate(problem(), submission({"week1.py": source}))
    assert answer == Located(files={"get_diag": "week1.py"})


def test_a_file_is_parsed_once_for_all_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def counted(source: str) -> ast.Module:
        parsed.append(source)
        return ast.parse(source)

    monkeypatch.setattr("torchgrade.graders.locate.parse", counted)
    handed_in = submission({"once.py": "def get_diag(a): ...\ndef gather_rows(a): ..."})
    for entry_point in ("get_diag", "gather_rows"):
        assert Located(files={entry_point: "once.py"}) == locate(problem(entry_point), handed_in)
    assert 1 == len(parsed)


def test_a_missing_name_is_not_looked_for_among_all_of_a_million() -> None:
    many = "".join(f"a{n} = 1\n" for n in range(2000))
    assert "Did you mean `get_dig`" in message({"a.py": f"get_dig = 1\n{many}"}, "get_diag").en
    assert "Did you mean" not in message({"a.py": f"{many}get_dig = 1\n"}, "get_diag").en
