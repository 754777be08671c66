"""Start the supervisor, or with ``nursery`` what forks many, or with a descriptor one child.

Run by path (``python -P .../__main__.py``), so that it works where nothing is installed.
"""

from __future__ import annotations

import gc
import sys
import types
from pathlib import Path


def bootstrap() -> None:
    """Make ``torchgrade`` mean the folder that this file is in, whatever else is installed."""
    package = types.ModuleType("torchgrade")
    package.__path__ = [str(Path(__file__).resolve().parents[2])]
    sys.modules["torchgrade"] = package


if __name__ == "__main__":
    gc.disable()  # nearly nothing that an import of torch makes is garbage, and looking takes a tenth of it
    bootstrap()
    match sys.argv[1:]:
        case []:
            from torchgrade.sandbox.worker import supervisor

            supervisor.main()
        case ["nursery"]:
            from torchgrade.sandbox.worker import nursery

            nursery.main()
        case [descriptor]:
            from torchgrade.sandbox.worker import child

            child.run_from_descriptor(int(descriptor))
