"""The author's gate: a problem must pass every right answer, fail every wrong one, and prove that it does."""

from torchgrade.graders.validate.findings import Finding, Severity, ValidationReport
from torchgrade.graders.validate.gate import Effort, validate_problem

__all__ = ["Effort", "Finding", "Severity", "ValidationReport", "validate_problem"]
