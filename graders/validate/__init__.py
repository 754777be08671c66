"""The author's gate: a problem must pass every right answer, fail every wrong one, and prove that it does."""

from torchgrade.graders.validate.findings import Finding, Severity, ValidationReport, found_in_pack
from torchgrade.graders.validate.gate import Effort, validate_named, validate_problem

__all__ = ["Effort", "Finding", "Severity", "ValidationReport", "found_in_pack", "validate_named", "validate_problem"]
