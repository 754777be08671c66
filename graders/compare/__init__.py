"""Compare two values and say, for a student, where and why they differ. Pure: no disk, no clock, no randomness."""

from torchgrade.graders.compare.causes import likely_causes
from torchgrade.graders.compare.difference import Difference, DifferenceKind
from torchgrade.graders.compare.equal import compare
from torchgrade.graders.compare.show import show, show_both, show_case
from torchgrade.graders.compare.tolerance import Tolerance

__all__ = ["Difference", "DifferenceKind", "Tolerance", "compare", "likely_causes", "show", "show_both", "show_case"]
