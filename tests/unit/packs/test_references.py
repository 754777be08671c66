from collections.abc import Callable
from pathlib import Path

import pytest

from torchgrade.graders.packs import PackError, load_pack, load_reference
from torchgrade.graders.packs.references import tutor_words
from torchgrade.graders.text import Text

WritePack = Callable[..., Path]
HOME = "reference/gather/diagonal-3d"


def mistakes_of(folder: Path) -> list[str]:
    problem = load_pack(folder).problems["gather/diagonal-3d"]
    with pytest.raises(PackError) as caught:
        load_reference(problem)
    return str(caught.value).split("\n")


def test_the_solution_alternatives_and_mistakes_are_read(write_pack: WritePack) -> None:
    reference = load_reference(load_pack(write_pack()).problems["gather/diagonal-3d"])
    assert "torch.gather" in reference.solution
    assert list(reference.alternatives) == ["indexing"]
    (mistake,) = reference.mistakes
    assert mistake.name == "row"
    assert mistake.message == Text(
        "You took row 0 of every matrix. Look at which index moves.",
        "모든 행렬의 0번째 행을 뽑았습니다. 움직이는 인덱스를 보세요.",
    )


def test_a_language_may_follow_without_a_blank_line() -> None:
    assert tutor_words("title\n\nen: one\ntwo\nko: 하나\n\nmore") == {"en": "one two", "ko": "하나"}


def test_a_mistake_without_the_tutors_words_is_refused(write_pack: WritePack) -> None:
    path = f"{HOME}/mistakes/row.py"
    assert [
        f"{path}:1: the module docstring has no paragraph that starts with 'en:' and explains the mistake",
        f"{path}:1: the module docstring has no paragraph that starts with 'ko:' and explains the mistake",
    ] == mistakes_of(write_pack({path: '"""Nothing."""\n'}))


def test_all_mistakes_of_the_reference_are_told_together(write_pack: WritePack) -> None:
    folder = write_pack(
        {
            f"{HOME}/solution.py": None,
            f"{HOME}/alternatives/indexing.py": "def get_dag(a): ...\n",
            f"{HOME}/alternatives/notes.txt": "x",
            f"{HOME}/mistakes/row.py": "x = 1\nf(\n",
            f"{HOME}/mistake/row.py": "x",
        }
    )
    assert [
        f"{HOME}/alternatives/indexing.py:1: the entry point get_diag is not defined; did you mean 'get_dag'?",
        f"{HOME}/alternatives/notes.txt:1: unexpected; name a Python file here like row_instead_of_column.py",
        f"{HOME}/mistake:1: unexpected folder; only solution.py, equivalent_mutants.yaml, alternatives, mistakes "
        "belong here; did you mean 'mistakes'?",
        f"{HOME}/mistakes/row.py:2: this is not Python: '(' was never closed",
        f"{HOME}/solution.py:1: the file is missing",
    ] == mistakes_of(folder)


def test_a_pack_without_references_loads_and_says_so_when_asked(write_pack: WritePack) -> None:
    left_out = ("solution.py", "alternatives/indexing.py", "mistakes/row.py")
    folder = write_pack({f"{HOME}/{path}": None for path in left_out})
    assert [f"{HOME}/solution.py:1: the pack came without its folder reference/"] == mistakes_of(folder)
