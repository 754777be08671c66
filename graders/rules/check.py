"""The rules of a problem against the source of a solution, as results that a student can act on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from torchgrade.graders.packs.python_source import SourceError, parse
from torchgrade.graders.problem import Rules
from torchgrade.graders.results import RuleResult
from torchgrade.graders.rules.names import is_method_of_rule, is_the_same
from torchgrade.graders.rules.reach import Findings, Place, Use, read_reachable
from torchgrade.graders.rules.scopes import SourceUnits, build
from torchgrade.graders.rules.values import Ref, TooComplicated
from torchgrade.graders.text import Text

NO_DYNAMIC_CODE = "no_dynamic_code"
# Of all files together; four of the largest that may be handed in. More takes a minute to parse, for every problem.
MAX_SOURCE_CHARACTERS = 1024 * 1024
# A submission's files are read for every problem anew; what is known of the last few short ones is kept.
_MOST_KEPT, _MOST_KEPT_CHARACTERS = 32, 32 * 1024


def check_rules(rules: Rules, *, sources: Mapping[str, str], located: Mapping[str, str]) -> tuple[RuleResult, ...]:
    """Return one result for each declared rule, and one more for code that defeats reading, where there is any.

    ``sources`` holds the text of the located files by name, and may hold the submission's other files: what the
    entry points import from those is followed. ``located`` gives the file of each entry point. Never raises on a
    student's code.
    """
    names = [*(f"forbid:{name}" for name in rules.forbid), *(f"require:{name}" for name in rules.require)]
    names += [] if rules.loops else ["loops"]
    if not names:
        return ()
    if sum(map(len, sources.values())) > MAX_SOURCE_CHARACTERS:
        return tuple(RuleResult(rule=rule, ok=False, line=None, message=_UNREADABLE) for rule in names)
    files: dict[str, SourceUnits] = {}
    try:
        # As the worker has it: of two files with one module name, the one with the entry point is imported.
        for name, source in sorted(sources.items(), key=lambda item: item[0] in located.values()):
            units = (_read_short if len(source) <= _MOST_KEPT_CHARACTERS else _read)(name, source)
            if isinstance(units, SourceUnits):
                files[name] = units
            elif name in located.values():
                return tuple(RuleResult(rule=rule, ok=False, line=units.line, message=_UNREADABLE) for rule in names)
        findings = read_reachable(files, located)
    except (RecursionError, TooComplicated):
        # Nobody writes code like this by hand, and no solution needs it.
        return tuple(RuleResult(rule=rule, ok=False, line=None, message=_UNREADABLE) for rule in names)
    say = _Messages(rules, several_files=len(files) > 1)
    results = [_forbidden(name, findings, say) for name in rules.forbid]
    results += [_required(name, findings, say) for name in rules.require]
    if not rules.loops:
        results.append(_loops(findings, say))
    if findings.dynamic:
        place = _first([*findings.dynamic])
        results.append(RuleResult(rule=NO_DYNAMIC_CODE, ok=False, line=place.line, message=say.dynamic(place)))
    return tuple(results)


def _read(name: str, source: str) -> SourceUnits | SourceError:
    tree = parse(source)
    return tree if isinstance(tree, SourceError) else build(name, tree)


_read_short = lru_cache(_MOST_KEPT)(_read)


def _forbidden(name: str, findings: Findings, say: _Messages) -> RuleResult:
    places = [use.place for use in findings.uses if _is_use_of(name, use)]
    if not places:
        return RuleResult(rule=f"forbid:{name}", ok=True, line=None, message=say.not_used(name))
    place = _first(places)
    return RuleResult(rule=f"forbid:{name}", ok=False, line=place.line, message=say.forbidden(name, place))


def _required(name: str, findings: Findings, say: _Messages) -> RuleResult:
    places = [use.place for use in findings.uses if use.is_call and _is_use_of(name, use)]
    if not places:
        return RuleResult(rule=f"require:{name}", ok=False, line=None, message=say.missing(name))
    return RuleResult(rule=f"require:{name}", ok=True, line=_first(places).line, message=say.used(name))


def _loops(findings: Findings, say: _Messages) -> RuleResult:
    if not findings.loops:
        return RuleResult(rule="loops", ok=True, line=None, message=say.no_loops())
    first = min(findings.loops, key=lambda loop: (loop.place.file, loop.place.line))
    return RuleResult(rule="loops", ok=False, line=first.place.line, message=say.loop(first.construct, first.place))


def _is_use_of(rule: str, use: Use) -> bool:
    if isinstance(use.value, Ref):
        return is_the_same(rule, use.value.name)
    return is_method_of_rule(rule, use.value.attribute)


def _first(places: Sequence[Place]) -> Place:
    first = min(places, key=lambda place: (place.file, place.line))
    # Of several findings on one line the longest code says most: `torch.diagonal(a)` rather than `torch.diagonal`.
    on_the_line = [place for place in places if (place.file, place.line) == (first.file, first.line)]
    return max(on_the_line[:20], key=lambda place: len(place.code))


_UNREADABLE = Text(
    "The rules cannot be checked because the code cannot be read. Write it more simply.",
    "코드를 읽을 수 없어 규칙을 확인하지 못했습니다. 더 단순하게 다시 작성하세요.",
)


class _Messages:
    """The words for each result, in both languages."""

    def __init__(self, rules: Rules, *, several_files: bool) -> None:
        self._required = rules.require
        self._several_files = several_files

    def forbidden(self, name: str, place: Place) -> Text:
        use = ", ".join(self._required)
        instead_en = (
            f"Use {use} instead." if use else "Build the result from other operations; the statement says which."
        )
        instead_ko = f"대신 {use} 연산을 쓰세요." if use else "문제에서 허용한 다른 연산으로 결과를 만드세요."
        return Text(
            f"{self._line_en(place)}: `{place.code}` uses {name}, which this problem does not allow. {instead_en}",
            f"{self._line_ko(place)}: `{place.code}` 코드가 금지된 {name} 연산을 씁니다. {instead_ko}",
        )

    def not_used(self, name: str) -> Text:
        return Text(f"{name} is not used.", f"금지된 {name} 연산을 쓰지 않았습니다.")

    def missing(self, name: str) -> Text:
        return Text(
            f"{name} is never called by the code that the solution runs. This problem asks for it: call it, as a "
            "function or as a method. An import, a mention or a call that is never reached does not count.",
            f"풀이가 실행하는 코드에서 {name} 호출을 찾지 못했습니다. "
            "이 문제는 그 연산을 함수나 메서드로 호출해야 합니다. "
            "import만 하거나, 이름만 적거나, 실행되지 않는 곳에서 호출한 것은 인정되지 않습니다.",
        )

    def used(self, name: str) -> Text:
        return Text(f"{name} is used.", f"{name} 연산을 사용했습니다.")

    def no_loops(self) -> Text:
        return Text("There is no Python loop.", "파이썬 반복문이 없습니다.")

    def loop(self, construct: str, place: Place) -> Text:
        return Text(
            f"{self._line_en(place)}: a {construct}. This problem asks for tensor operations in place of Python loops.",
            f"{self._line_ko(place)}: 파이썬 반복({construct})이 있습니다. 반복 대신 텐서 연산을 쓰세요.",
        )

    def dynamic(self, place: Place) -> Text:
        return Text(
            f"{self._line_en(place)}: `{place.code}` makes code or names while running, so the rules of this problem "
            "cannot be checked. Write the call out plainly.",
            f"{self._line_ko(place)}: `{place.code}` 코드는 실행 중에 코드나 이름을 만들어 규칙을 확인할 수 없습니다. "
            "호출을 그대로 적으세요.",
        )

    def _line_en(self, place: Place) -> str:
        return f"{place.file}, line {place.line}" if self._several_files else f"Line {place.line}"

    def _line_ko(self, place: Place) -> str:
        return f"{place.file} {place.line}번째 줄" if self._several_files else f"{place.line}번째 줄"
