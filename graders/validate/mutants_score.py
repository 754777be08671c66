"""Which mutants count: killed, survived, or equivalent to the original as somebody has written down with a reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from torchgrade.graders.packs.fields import Field
from torchgrade.graders.packs.mistakes import MistakeLog
from torchgrade.graders.packs.yaml_nodes import compose
from torchgrade.graders.validate.mutants import OPERATORS, Mutant, mutant_key

__all__ = ["MutationScore", "read_equivalents", "split"]

_MAX_ORDINAL = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MutationScore:
    """How a problem's checks did. ``unused`` has the keys that mark no survivor: the checks kill it, or it is gone."""

    killed: int
    survived: tuple[Mutant, ...]
    equivalent: tuple[Mutant, ...]
    unused: tuple[str, ...]

    @property
    def percent(self) -> float:
        """Return the share of killed among those that are not equivalent; 100.0 when there are none."""
        counted = self.killed + len(self.survived)
        return 100 * self.killed / counted if counted else 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalent:
    """Why no check can notice a mutant, and the line that says so."""

    reason: str
    line: int


def read_equivalents(text: str, path: str) -> dict[str, Equivalent]:
    """Read ``equivalent_mutants.yaml``: the mutants that no check can notice, by the mutant's key.

    The file is a list of ``{operator, before, after, reason}``; ``ordinal`` says which of several equal ones, from 1.
    Raises PackError with the line of every mistake: an unknown key or operator, no reason, the same mutant twice.
    """
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return {}
    log = MistakeLog()
    root = Field(name="equivalents", node=compose(text, path, log), path=path, log=log)
    equivalents: dict[str, Equivalent] = {}
    for item in [] if root.is_null else root.items(empty_is_fine=True):
        fields = item.mapping(required=("operator", "before", "after", "reason"), optional=("ordinal",))
        operator = fields["operator"].choice(tuple(OPERATORS)) if "operator" in fields else None
        before, after, reason = (
            fields[name].text() if name in fields else None for name in ("before", "after", "reason")
        )
        ordinal = fields["ordinal"].integer(1, _MAX_ORDINAL) if "ordinal" in fields else 1
        if operator is None or before is None or after is None or reason is None or ordinal is None:
            continue
        key = mutant_key(operator, before, after, ordinal=ordinal)
        if key in equivalents:
            item.refuse(f"{key!r} is listed twice; keep one")
        equivalents[key] = Equivalent(reason=reason, line=item.line)
    log.raise_if_any()
    return equivalents


def split(mutants: Sequence[Mutant], survivors: Collection[Mutant], equivalents: Collection[str]) -> MutationScore:
    """Sort the mutants by what became of them; ``survivors`` are those that passed every check.

    Raises ValueError for a survivor that is not among the mutants.
    """
    alive = {mutant.key for mutant in survivors}
    strangers = sorted(alive - {mutant.key for mutant in mutants})
    if strangers:
        raise ValueError(f"survivors that are no mutants of this source: {', '.join(strangers)}")
    surviving = [mutant for mutant in mutants if mutant.key in alive]
    return MutationScore(
        killed=len(mutants) - len(surviving),
        survived=tuple(mutant for mutant in surviving if mutant.key not in equivalents),
        equivalent=tuple(mutant for mutant in surviving if mutant.key in equivalents),
        unused=tuple(key for key in equivalents if key not in alive),
    )
