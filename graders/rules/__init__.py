"""Source rules: what a solution may not use, must use, and whether it may loop.

Technique can't be proved by reading. Python can hide any name from any reader, and no reading shows that a value came
from the call that is there. Rules are therefore policy, not proof: they are checked with aliases resolved and in the
code that the entry points reach, the worker's call trace is a second witness, and the checks of values never depend on
them. Where something can't be told, a rule asks for plain code instead of guessing.
"""

from torchgrade.graders.rules.check import check_rules

__all__ = ["check_rules"]
