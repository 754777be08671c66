"""Wrong versions of a right solution: what a problem's checks must notice.

Each mutant is the solution with one change of the kind that people make: a wrong dim, a forgotten ``zero_grad``,
``detach`` where a gradient belongs. The source is read and written with ``ast`` and never executed here.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from torchgrade.graders.packs.python_source import SourceError, parse
from torchgrade.graders.validate import mutants_calls as calls
from torchgrade.graders.validate import mutants_statements as statements
from torchgrade.graders.validate import mutants_values as values
from torchgrade.graders.validate.mutants_shown import is_shown_without_receiver, shortened, shown_node, text_of
from torchgrade.graders.validate.mutants_sites import Change, Site, sites

__all__ = ["OPERATORS", "Mutant", "mutant_key", "mutants"]

Operator = Callable[[Site], Iterator[Change]]

OPERATORS: dict[str, Operator] = {
    "int_constant": values.int_constant,
    "float_constant": values.float_constant,
    "bool_constant": values.bool_constant,
    "string_constant": values.string_constant,
    "dtype": values.dtype,
    "comparison": values.comparison,
    "arithmetic": values.arithmetic,
    "operand_dropped": values.operand_dropped,
    "sign_dropped": values.sign_dropped,
    "and_or": values.and_or,
    "choice_forced": values.choice_forced,
    "slice_bound": values.slice_bound,
    "index_dropped": values.index_dropped,
    "order_swapped": values.order_swapped,
    "element_dropped": values.element_dropped,
    "filter_dropped": values.filter_dropped,
    "name_swapped": values.name_swapped,
    "lambda_none": values.lambda_none,
    "yield_changed": values.yield_changed,
    "call_renamed": calls.call_renamed,
    "dtype_method": calls.dtype_method,
    "wrapper_dropped": calls.wrapper_dropped,
    "one_of_two": calls.one_of_two,
    "wrapper_replaced": calls.wrapper_replaced,
    "step_dropped": calls.step_dropped,
    "arguments_swapped": calls.arguments_swapped,
    "keywords_swapped": calls.keywords_swapped,
    "device_dropped": calls.device_dropped,
    "keyword_dropped": calls.keyword_dropped,
    "argument_dropped": calls.argument_dropped,
    "range_bound": calls.range_bound,
    "enumerate_start": calls.enumerate_start,
    "order_reversed": calls.order_reversed,
    "in_place": calls.in_place,
    "persistence": calls.persistence,
    "statement_dropped": statements.statement_dropped,
    "method_dropped": statements.method_dropped,
    "decorator_dropped": statements.decorator_dropped,
    "base_dropped": statements.base_dropped,
    "swapped_with_next": statements.swapped_with_next,
    "with_unwrapped": statements.with_unwrapped,
    "condition_changed": statements.condition_changed,
    "else_dropped": statements.else_dropped,
    "loop_changed": statements.loop_changed,
    "raise_dropped": statements.raise_dropped,
    "exception_swapped": statements.exception_swapped,
    "try_changed": statements.try_changed,
    "return_none": statements.return_none,
    "return_dropped": statements.return_dropped,
    "step_added": statements.step_added,
    "augmented": statements.augmented,
    "registration": statements.registration,
    "jump_changed": statements.jump_changed,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A solution with one change. ``before`` and ``after`` are the smallest piece of code that shows it."""

    operator: str
    line: int
    before: str
    after: str
    source: str
    ordinal: int = 1
    """Which one it is among the mutants whose operator and texts are the same, in the order of the source."""

    @property
    def change(self) -> str:
        """Return ```dim=1` -> `dim=0```."""
        return f"`{self.before}` -> `{self.after}`"

    @property
    def key(self) -> str:
        """Return a name that stays the same when other code is edited."""
        return mutant_key(self.operator, self.before, self.after, ordinal=self.ordinal)


def mutant_key(operator: str, before: str, after: str, *, ordinal: int = 1) -> str:
    """Return the key of a mutant from what is shown of it."""
    number = f" #{ordinal}" if ordinal > 1 else ""
    return f"{operator}: {before} -> {after}{number}"


def mutants(source: str, *, limit: int = 400) -> tuple[Mutant, ...]:
    """Return the mutants of a solution in the order of its lines, the same for the same source.

    No two have the same code, and none has the code of the original. Of more than ``limit``, every operator keeps its
    share, spread over the file. Raises ValueError where the source is not Python.
    """
    if limit < 1:
        raise ValueError(f"limit is {limit}; it must be at least 1")
    tree = parse(source)
    if isinstance(tree, SourceError):
        raise ValueError(f"line {tree.line}: this is not Python ({tree.reason})")
    found: list[Mutant] = []
    sources = {ast.unparse(tree) + "\n"}
    seen: Counter[tuple[str, str, str]] = Counter()
    for site in list(sites(tree)):
        for name, operator in OPERATORS.items():
            for change in operator(site):
                mutant = _mutant(tree, site, change, name)
                if mutant is None or mutant.source in sources:
                    continue
                sources.add(mutant.source)
                equals = (mutant.operator, mutant.before, mutant.after)
                seen[equals] += 1
                found.append(replace(mutant, ordinal=seen[equals]))
    return tuple(sorted(_spread(found, limit), key=lambda mutant: mutant.line))


def _mutant(tree: ast.Module, site: Site, change: Change, operator: str) -> Mutant | None:
    """Return the mutant, or None where the changed tree can't be written as Python."""
    shown = shown_node(site, change)
    short = is_shown_without_receiver(shown, site, change)
    before = text_of(shown, site, without_receiver=short)
    undo = _put(site, change)
    try:
        source = ast.unparse(tree)
        after = _text_after(site, shown, change, short=short)
    except ValueError:
        return None  # an f-string whose new text has quotes or backslashes that this Python can't nest
    finally:
        undo()
    if isinstance(parse(source), SourceError):
        return None
    before, after = shortened(before, after)
    return Mutant(
        operator=operator,
        line=site.node.lineno,
        before=change.before or before,
        after=change.after or after or "(dropped)",
        source=source + "\n",
    )


def _text_after(site: Site, shown: ast.AST, change: Change, *, short: bool) -> str:
    """Return the text of what is now in the place of the shown node; the change is in the tree."""
    if shown is not site.node:
        return text_of(shown, site, without_receiver=short)
    if isinstance(change.new, list):
        return ast.unparse(ast.Module(body=change.new, type_ignores=[]))
    return text_of(change.new, site, without_receiver=short)


def _put(site: Site, change: Change) -> Callable[[], None]:
    """Put the change into the tree and return what takes it out again."""
    if site.index is None:
        setattr(site.parent, site.field, change.new)
        return lambda: setattr(site.parent, site.field, site.node)
    block = getattr(site.parent, site.field)
    kept = list(block)
    new = change.new if isinstance(change.new, list) else [change.new]
    block[site.index : site.index + change.width] = new

    def undo() -> None:
        block[:] = kept

    return undo


def _spread(found: Sequence[Mutant], limit: int) -> list[Mutant]:
    """Return at most ``limit``: the operators take turns, and each takes from the whole length of the file."""
    if len(found) <= limit:
        return list(found)
    groups = {name: [mutant for mutant in found if mutant.operator == name] for name in OPERATORS}
    shares = dict.fromkeys(OPERATORS, 0)
    left = limit
    while left:
        for name, group in groups.items():
            if left and shares[name] < len(group):
                shares[name] += 1
                left -= 1
    kept = {
        group[place * len(group) // shares[name]].key for name, group in groups.items() for place in range(shares[name])
    }
    return [mutant for mutant in found if mutant.key in kept]
