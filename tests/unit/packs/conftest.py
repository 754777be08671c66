from collections.abc import Callable
from pathlib import Path

import pytest

PROBLEM_YAML = """\
format: 1
id: gather/diagonal-3d
title: {en: Batched diagonals, ko: 배치 대각 원소}
entry_points: [get_diag]
difficulty: 2
topics: [gather, indexing]
limits: {import_seconds: 20, case_seconds: 5, total_seconds: 60, memory_mib: 1024, processes: 64, reply_mib: 16}
rules:
  forbid: [torch.diagonal, torch.diag]
  require: [torch.gather]
  loops: false
checks:
  - {id: picks_diagonal, points: 2, visibility: public, cases: 40, title: {ko: 대각 원소를 뽑는다}}
  - id: keeps_dtype
    points: 1
    visibility: hidden
    cases: 20
    needs: [picks_diagonal]
    title: {en: The dtype is kept, ko: dtype이 그대로다}
hints:
  - {en: Look at the index., ko: 인덱스를 보라.}
"""
CHECKS = '''\
from torchgrade.problems.kit import check, tensors


@check(a=tensors("b n n", b=(1, 5), n=(1, 8)))
def picks_diagonal(solution, a):
    """Row b of the result
    holds A[b, 0, 0] and so on.

    More about it.
    """
    return solution.get_diag(a)


@check(a=tensors("b n n", b=(1, 5), n=(1, 8)))
def keeps_dtype(solution, a):
    """The dtype stays."""
    return solution.get_diag(a)
'''
MISTAKE = '''\
"""A row instead of the diagonal.

en: You took row 0 of every matrix.
    Look at which index moves.

ko: 모든 행렬의 0번째 행을 뽑았습니다.
움직이는 인덱스를 보세요.
"""


def get_diag(a):
    return a[:, 0]
'''
SOLUTION = "import torch\n\n\ndef get_diag(a):\n    return torch.gather(a, 2, a.long())\n"

FILES = {
    "problems/gather/diagonal-3d/problem.yaml": PROBLEM_YAML,
    "problems/gather/diagonal-3d/statement.md": "Pick the diagonal.\n",
    "problems/gather/diagonal-3d/statement.ko.md": "대각 원소를 뽑으세요.\n",
    "problems/gather/diagonal-3d/starter.py": "def get_diag(a): ...\n",
    "problems/gather/diagonal-3d/checks.py": CHECKS,
    "reference/gather/diagonal-3d/solution.py": SOLUTION,
    "reference/gather/diagonal-3d/alternatives/indexing.py": "def get_diag(a):\n    return a\n",
    "reference/gather/diagonal-3d/mistakes/row.py": MISTAKE,
}

WritePack = Callable[..., Path]


@pytest.fixture
def write_pack(tmp_path: Path) -> WritePack:
    """Write a small right pack, with the given files added, replaced, or (None) left out."""

    def write(changes: dict[str, str | bytes | None] | None = None, *, name: str = "mine") -> Path:
        folder = tmp_path / name
        for path, content in {**FILES, **(changes or {})}.items():
            if content is None:
                continue
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write


@pytest.fixture
def problem_yaml() -> str:
    return PROBLEM_YAML
