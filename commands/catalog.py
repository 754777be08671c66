"""Load packs and assignments for commands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from torchgrade.graders.packs import Catalog, load_assignment, load_catalog
from torchgrade.graders.problem import Assignment


def catalog(packs: Sequence[Path]) -> Catalog:
    """Return all problems that can be named: our own and those of ``--pack``."""
    return load_catalog(list(packs))


def assignment(name: str, packs: Sequence[Path]) -> Assignment:
    """Return an assignment by name or file."""
    return load_assignment(name, catalog(packs), list(packs))
