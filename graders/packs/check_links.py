"""What the checks of a problem.yaml say of each other: which they need, and whose probe they ask again."""

from __future__ import annotations

from torchgrade.graders.packs.fields import IDENTIFIER, Field
from torchgrade.graders.packs.mistakes import MistakeLog, did_you_mean


def refuse_bad_needs(checks: list[Field], check_lines: dict[str, int]) -> None:
    """Note needs that name no check, the check itself, or go round in a circle."""
    silent = MistakeLog()  # a second reading of the same nodes: their own mistakes are already noted
    needs: dict[str, dict[str, Field]] = {}
    for check in checks:
        fields = Field(name=check.name, node=check.node, path=check.path, log=silent).mapping(
            required=("id",), optional=("needs", "probe")
        )
        name = fields["id"].text() if "id" in fields else None
        if name is None or name in needs:
            continue
        needs[name] = {}
        probe = fields["probe"].text() if "probe" in fields else None
        if probe in check_lines and probe != name:  # what else it may be is refused below
            needs[name][probe] = Field(
                name=fields["probe"].name, node=fields["probe"].node, path=check.path, log=check.log
            )
        for item in fields["needs"].items(empty_is_fine=True) if "needs" in fields else ():
            needed = item.text()
            place = Field(name=item.name, node=item.node, path=item.path, log=check.log)
            if needed is None or not IDENTIFIER.fullmatch(needed):
                continue
            if needed not in check_lines:
                place.refuse(f"{item.name} is {needed!r}, which is no check{did_you_mean(needed, check_lines)}")
            elif needed == name:
                place.refuse(f"{item.name} is {needed!r}, the check itself")
            else:
                needs[name][needed] = place
    for name in needs:
        circle = _circle_from(name, needs)
        # Told once, at the check of the circle that comes first in the file.
        if circle is not None and name == min(circle, key=list(needs).index):
            needs[name][circle[1]].refuse(f"the checks need each other in a circle: {' > '.join(circle)}")


def refuse_bad_probes(checks: list[Field], check_lines: dict[str, int]) -> set[str]:
    """Note where ``probe`` and ``device`` don't go together; return the checks that ask another one's probe again."""
    silent = MistakeLog()  # as in refuse_bad_needs
    borrowers: set[str] = set()
    borrowed: dict[str, tuple[Field, str | None]] = {}
    for check in checks:
        fields = Field(name=check.name, node=check.node, path=check.path, log=silent).mapping(
            required=("id",), optional=("probe", "device")
        )
        name = fields["id"].text() if "id" in fields else None
        if ("device" in fields) != ("probe" in fields):
            has, lacks = ("device", "probe") if "device" in fields else ("probe", "device")
            check.refuse(
                f"{check.name} has {has} but no {lacks}; to ask a check's probe again on a simulated GPU, write both: "
                "probe: the id of that check, device: simulated"
            )
        if name is not None and ("device" in fields or "probe" in fields):
            borrowers.add(name)
        if name is not None and "probe" in fields:
            place = Field(name=f"{check.name}.probe", node=fields["probe"].node, path=check.path, log=check.log)
            borrowed[name] = place, fields["probe"].text()
    for name, (place, probe) in borrowed.items():
        if probe is None or not IDENTIFIER.fullmatch(probe):
            continue
        if probe == name:
            place.refuse(f"{place.name} is {probe!r}, the check itself; name the check whose probe is asked again")
        elif probe not in check_lines:
            place.refuse(f"{place.name} is {probe!r}, which is no check{did_you_mean(probe, check_lines)}")
        elif probe in borrowed:
            place.refuse(f"{place.name} is {probe!r}, which has no probe of its own; name one that has")
    return borrowers


def _circle_from(start: str, needs: dict[str, dict[str, Field]]) -> list[str] | None:
    """Return a path of needs from a check back to itself, or None."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        for needed in needs.get(name, ()):
            if needed == start:
                path = [name]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return [*reversed(path), start]
            if needed not in came_from:
                came_from[needed] = name
                waiting.append(needed)
    return None
