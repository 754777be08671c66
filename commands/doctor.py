"""``torchgrade doctor``: is this machine fit? One line for each fact, with what mends it."""

from __future__ import annotations

from rich.text import Text

from torchgrade.commands.console import out
from torchgrade.commands.exits import Exit
from torchgrade.sandbox.doctor import facts

_SIGNS = {"ok": ("✓", "green"), "warn": ("!", "yellow"), "fail": ("✗", "red")}


def run(runner: str, device: str) -> Exit:
    """Print the facts; fail when something that grading needs is missing."""
    console = out()
    found = facts(runner, device)
    for fact in found:
        sign, colour = _SIGNS[fact.status]
        line = Text.assemble((sign, colour), f" {fact.name}: {fact.value}")
        console.print(line)
        if fact.remedy and fact.status != "ok":
            console.print(Text(f"    {fact.remedy}"))
    return Exit.NOT_GRADED if any(fact.status == "fail" for fact in found) else Exit.OK
