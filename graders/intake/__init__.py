"""Reads what students handed in: names and source text in memory, never a path that anything runs.

Uploads are hostile until shown otherwise. Files are opened without following links, archives are read by strict readers
of our own and never unpacked, and everything that is wrong becomes a fault which says what, where and what to do.
"""

from torchgrade.graders.intake.errors import IntakeError
from torchgrade.graders.intake.layouts import LAYOUTS
from torchgrade.graders.intake.reading import read_one, read_paths, read_submissions

__all__ = ["LAYOUTS", "IntakeError", "read_one", "read_paths", "read_submissions"]
