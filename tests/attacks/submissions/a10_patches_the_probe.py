# attack: replaces the probe's function so that it returns a guess
# expect: failed
import sys, torch
checks = sys.modules.get("torchgrade_checks")
from torchgrade.problems.kit import Probe
for probe in list(vars(checks).values()):
    if type(probe) is Probe:
        object.__setattr__(probe, "function", lambda solution, x: torch.ones(1))

def double(x):
    return x * 3
