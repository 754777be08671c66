"""The package that is installed type-checks strictly, and the checkout is clean for the linter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command: str) -> str:
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if result.returncode == 0 else result.stdout + result.stderr


def test_the_installed_package_type_checks_strictly() -> None:
    assert "" == run("mypy", "-p", "torchgrade", "--config-file", "pyproject.toml")


def test_the_linter_finds_nothing() -> None:
    assert "" == run("ruff", "check", ".")


def test_the_code_is_formatted() -> None:
    assert "" == run("ruff", "format", "--check", ".")
