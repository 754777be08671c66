"""A wheel and an editable install both work and hold everything, and nothing that they should not."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def run(*command: str | Path, cwd: Path) -> str:
    # Without our own PYTHONPATH: what is installed has to be enough.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    result = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert 0 == result.returncode, result.stdout[-2000:] + result.stderr[-2000:]
    return result.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what git would clone: building in place would leave folders behind."""
    folder = tmp_path_factory.mktemp("checkout") / "torchgrade-src"
    files = run("git", "ls-files", "-z", cwd=ROOT).split("\0")
    for name in filter(None, files):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
    return folder


@pytest.fixture(scope="module")
def wheel(checkout: Path) -> Path:
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--no-deps", "-q")
    run(*pip, "-w", "dist", ".", cwd=checkout)
    (found,) = (checkout / "dist").glob("torchgrade-*.whl")
    return found


def environment(folder: Path) -> Path:
    """Return the Python of a new environment that sees the dependencies installed here, but not our torchgrade."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    site = next((folder / "lib").glob("python*/site-packages"))
    ours = Path(next(path for path in sys.path if path.endswith("site-packages")))
    links = [one for one in ours.iterdir() if "torchgrade" not in one.name and not (site / one.name).exists()]
    for one in links:
        (site / one.name).symlink_to(one)
    return python


def test_the_list_of_packages_is_the_tree() -> None:
    listed = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"])
    tree = {
        ".".join(("torchgrade", *path.parent.relative_to(ROOT).parts))
        for folder in ("", "commands", "graders", "problems", "reference", "reports", "sandbox")
        for path in (ROOT / folder).glob("**/__init__.py" if folder else "__init__.py")
    }

    assert tree == listed


def test_a_wheel_holds_packs_schemas_templates_and_the_typing_mark(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    for name in (
        "torchgrade/py.typed",
        "torchgrade/problems/gather/diagonal-3d/problem.yaml",
        "torchgrade/problems/gather/diagonal-3d/statement.ko.md",
        "torchgrade/problems/assignments/week-1.yaml",
        "torchgrade/reference/gather/diagonal-3d/mistakes/detached.py",
        "torchgrade/reference/gather/diagonal-3d/equivalent_mutants.yaml",
        "torchgrade/reports/schemas/results.schema.json",
        "torchgrade/sandbox/image/Dockerfile",
        "torchgrade/sandbox/worker/supervisor.py",
    ):
        assert name in names
    assert not [name for name in names if name.startswith(("torchgrade/tests", "torchgrade/examples"))]


@pytest.mark.parametrize("kind", ["wheel", "editable"])
def test_an_install_runs_its_commands_and_its_worker(kind: str, wheel: Path, checkout: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "env")
    what = [wheel] if kind == "wheel" else ["-e", checkout]
    run(python, "-m", "pip", "--disable-pip-version-check", "install", "-q", "--no-deps", *what, cwd=tmp_path)
    torchgrade = python.with_name("torchgrade")
    solution = checkout / "reference" / "gather" / "diagonal-3d" / "solution.py"
    work = tmp_path / "diagonal_3d.py"
    work.write_bytes(solution.read_bytes())

    assert "gather/diagonal-3d" in run(torchgrade, "list", cwd=tmp_path)
    assert "All 3 public checks passed" in run(torchgrade, "check", work, cwd=tmp_path)
