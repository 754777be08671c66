"""Packs: problems, references and assignments, read strictly from their folders. Nothing of a pack is executed."""

from torchgrade.graders.packs.assignments import UnknownAssignment, find_assignments, load_assignment
from torchgrade.graders.packs.catalog import (
    Catalog,
    Pack,
    PackFolder,
    UnknownProblem,
    builtin_pack,
    load_catalog,
    load_pack,
    scan_pack,
)
from torchgrade.graders.packs.mistakes import PackError, PackMistake
from torchgrade.graders.packs.references import load_reference

__all__ = [
    "Catalog",
    "Pack",
    "PackError",
    "PackFolder",
    "PackMistake",
    "UnknownAssignment",
    "UnknownProblem",
    "builtin_pack",
    "find_assignments",
    "load_assignment",
    "load_catalog",
    "load_pack",
    "load_reference",
    "scan_pack",
]
