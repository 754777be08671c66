"""Start the supervisor. Run by path (``python -P .../__main__.py``), so that it works where nothing is installed."""

from __future__ import annotations

import sys
import types
from pathlib import Path


def bootstrap() -> None:
    """Make ``torchgrade`` mean the folder that this file is in, whatever else is installed."""
    package = types.ModuleType("torchgrade")
    package.__path__ = [str(Path(__file__).resolve().parents[2])]
    sys.modules["torchgrade"] = package


if __name__ == "__main__":
    bootstrap()
    if len(sys.argv) == 2:
        from torchgrade.sandbox.worker.child import run_from_descriptor

        run_from_descriptor(int(sys.argv[1]))
    else:
        from torchgrade.sandbox.worker.supervisor import main

        main()
