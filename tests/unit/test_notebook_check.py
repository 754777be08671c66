"""``from torchgrade import check`` in a notebook: definitions are taken along, training loops are not run again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from torchgrade.notebook import needed_source

CELLS = [
    "import torch\nfrom torch import nn",
    "raise RuntimeError('a training loop that must not run again')",
    "%matplotlib inline",
    "SIZE = 2\nUNUSED = open('nowhere')",
    "def helper(A):\n    return min(A.size(1), A.size(SIZE))",
    "def get_diag_element_3D(A):\n    return None",
    "def get_diag_element_3D(A):\n    n = helper(A)\n    return torch.gather(A[:, :n], 2, torch.arange(n)[None])",
]


def test_the_latest_definition_and_all_that_it_uses_are_taken_along() -> None:
    source = needed_source(CELLS, ["get_diag_element_3D"])

    assert "import torch" in source
    assert "SIZE = 2" in source
    assert "def helper" in source
    assert "return None" not in source
    for left_out in ("training loop", "UNUSED", "nn"):
        assert left_out not in source


def test_an_entry_point_that_no_cell_defines_is_named() -> None:
    with pytest.raises(NameError, match="pick_column is not defined here; run the cell"):
        needed_source(CELLS, ["pick_column"])


def test_a_script_checks_its_own_functions(tmp_path: Path) -> None:
    script = tmp_path / "work.py"
    script.write_text(
        "import torch\n\n\ndef get_diag_element_3D(A):\n    n = min(A.size(1), A.size(2))\n"
        "    index = torch.arange(n, device=A.device).view(1, n, 1).expand(A.size(0), n, 1)\n"
        "    return torch.gather(A[:, :n], 2, index).squeeze(2)\n\n\n"
        "from torchgrade import check\n\noutcome = check('gather/diagonal-3d')\n"
        "print('passed:', outcome.passed, 'text/html' in outcome._repr_mimebundle_())\n",
        "utf-8",
    )
    result = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, cwd=tmp_path)

    assert "passed: True True" in result.stdout, result.stderr
    assert "All 3 public checks passed" in result.stdout
