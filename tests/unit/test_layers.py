"""Who may import whom. The folder is the trust boundary, so a wrong import is a hole in the wall."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import torchgrade
from torchgrade.sandbox.worker.manifest import WORKER_FILES

ROOT = Path(torchgrade.__file__).parent
PURE = (
    "graders/verdict.py",
    "graders/score.py",
    "graders/judging.py",
    "graders/diagnosis.py",
    "graders/messages.py",
    "graders/gpu.py",
    "sandbox/gpu/slot.py",
    *(f"graders/compare/{path.name}" for path in (ROOT / "graders" / "compare").glob("*.py")),
    *(f"reports/{path.name}" for path in (ROOT / "reports").glob("*.py") if path.name not in ("files.py", "schema.py")),
)
IMPURE = {"os", "time", "random", "secrets", "docker", "click", "subprocess", "socket", "tempfile", "pathlib"}


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def python_files(folder: str) -> list[Path]:
    return [path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts]


@pytest.mark.parametrize("path", python_files("sandbox"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_sandbox_knows_no_grader_and_no_answer(path: Path) -> None:
    for name in imports(path):
        assert not name.startswith(
            (
                "torchgrade.graders",
                "torchgrade.reference",
                "torchgrade.reports",
                "torchgrade.commands",
                "torchgrade.cli",
            )
        )


@pytest.mark.parametrize("name", WORKER_FILES)
def test_the_worker_needs_the_standard_library_torch_and_the_kit_only(name: str) -> None:
    own = {f"torchgrade.{file.removesuffix('.py').replace('/', '.')}" for file in WORKER_FILES}
    # What judges use on the trusted side; the kit names it, and loads it only there.
    trusted_side_only = {"torchgrade.graders.compare.arrays", "torchgrade.graders.compare.arrays.array"}
    for imported in imports(ROOT / name):
        top = imported.split(".")[0]
        if top == "torchgrade":
            known = any(imported == one or imported.startswith(f"{one}.") or one.startswith(imported) for one in own)
            assert known or (name == "problems/kit.py" and imported in trusted_side_only), imported
        else:
            assert top in sys.stdlib_module_names or top == "torch", imported


@pytest.mark.parametrize("path", python_files("graders"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_trusted_side_never_imports_torch(path: Path) -> None:
    assert not [name for name in imports(path) if name.split(".")[0] == "torch"]


@pytest.mark.parametrize("name", PURE)
def test_what_decides_and_what_renders_is_pure(name: str) -> None:
    assert not {imported.split(".")[0] for imported in imports(ROOT / name)} & IMPURE


@pytest.mark.parametrize("path", python_files("graders"), ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_unpickles(path: Path) -> None:
    assert not {imported.split(".")[0] for imported in imports(path)} & {"pickle", "dill", "marshal", "shelve"}


def test_help_imports_neither_torch_nor_anything_heavy() -> None:
    script = (
        "import sys; from click.testing import CliRunner; from torchgrade.cli import cli;"
        "assert CliRunner().invoke(cli, ['grade', '--help']).exit_code == 0;"
        "print([name for name in ('torch', 'numpy', 'hypothesis', 'rich', 'docker', 'yaml') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "[]\n" == result.stdout


def test_drawing_cases_and_comparing_imports_no_torch() -> None:
    script = (
        "import sys\n"
        "from torchgrade.graders.packs import load_catalog\n"
        "from torchgrade.graders.plan import plan_problem\n"
        "import torchgrade.graders.judging, torchgrade.graders.grade\n"
        "plan_problem(load_catalog([]).problem('gather/diagonal-3d'), seed=1)\n"
        "print('torch' in sys.modules)\n"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "False\n" == result.stdout
