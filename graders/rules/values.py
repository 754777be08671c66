"""What an expression may be, read from the source: names are followed through imports, aliases and constant strings."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from torchgrade.graders.rules.scopes import (
    Binding,
    Defined,
    Given,
    Imported,
    Opaque,
    Receiver,
    Scope,
    SourceUnits,
    Unit,
)
from torchgrade.sandbox.worker.job import module_name

_MAX_STRING = 200
_MAX_ALIASES = 40
_MAX_COMBINATIONS = 64
# Steps of reading for one submission. A hundred times what a long honest solution takes; about three seconds.
_MAX_STEPS = 1_000_000
_BUILTINS = frozenset(dir(builtins))
# Calls of these never give a tensor, so a method of their result is no Tensor method.
_PLAIN_MAKERS = frozenset(
    f"builtins.{name}"
    for name in (
        *("list", "dict", "set", "frozenset", "tuple", "str", "bytes", "int", "float", "bool", "repr", "format"),
        *("sorted", "range", "len", "zip", "enumerate", "input", "open", "print", "id", "hash", "dir"),
        *("isinstance", "issubclass", "hasattr", "callable"),
    )
)
_GETATTR = frozenset({"builtins.getattr", "builtins.object.__getattribute__", "builtins.type.__getattribute__"})


@dataclass(frozen=True, slots=True)
class Ref:
    """Something outside the submission, by its full dotted name."""

    name: str


@dataclass(frozen=True, slots=True)
class Word:
    """A constant string."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A function or class of the submission."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class Instance:
    """An object of a class of the submission."""

    of: Unit


@dataclass(frozen=True, slots=True)
class SiblingFile:
    """Another file of the submission, imported."""

    file: str


@dataclass(frozen=True, slots=True)
class SiblingFolder:
    """A folder of the submission that has no ``__init__.py``, imported by its dotted name."""

    name: str


@dataclass(frozen=True, slots=True)
class Table:
    """The ``__dict__`` of something outside."""

    of: str


@dataclass(frozen=True, slots=True)
class Member:
    """The attribute of an object that reading cannot tell; perhaps a tensor's method."""

    attribute: str


@dataclass(frozen=True, slots=True)
class Box:
    """A list, tuple, set or dict and what may be in it."""

    contents: frozenset[Value]


@dataclass(frozen=True, slots=True)
class Plain:
    """Anything that is surely no tensor, module or function of torch."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Anything at all."""


Value = Ref | Word | Code | Instance | SiblingFile | SiblingFolder | Table | Member | Box | Plain | Unknown
Values = frozenset[Value]
UNKNOWN: Values = frozenset({Unknown()})
PLAIN: Values = frozenset({Plain()})


class TooComplicated(Exception):
    """The source is built so that reading it would take too long."""


class Reader:
    """Evaluates expressions over all files of a submission. It follows every assignment of a name, in any order."""

    def __init__(self, files: Mapping[str, SourceUnits]) -> None:
        """Take the files by name."""
        self.files = files
        self._units = {node: unit for file in files.values() for node, unit in file.units.items()}
        self._by_module = {module_name(name): name for name in files}
        self._folders = {folder for module in self._by_module for folder in _parents(module)}
        self._steps_left = _MAX_STEPS
        self._memo: dict[ast.expr, Values] = {}
        # Answers found while a name is being looked up may lack that name's own part, so they are kept only until then.
        self._passing_memo: dict[ast.expr, Values] = {}
        self._known: dict[tuple[Scope | Unit, str], Values] = {}
        self._busy: set[tuple[Scope | Unit, str]] = set()

    def spend(self, steps: int) -> None:
        """Count work done; raise ``TooComplicated`` when it is more than any solution needs."""
        self._steps_left -= steps
        if self._steps_left < 0:
            raise TooComplicated

    def unit_of(self, node: ast.AST) -> Unit:
        """Return the unit of a function, lambda or class node."""
        return self._units[node]

    def values(self, node: ast.expr, scope: Scope) -> Values:
        """Return everything that an expression may be."""
        self.spend(1)
        memo = self._passing_memo if self._busy else self._memo
        if node not in memo:
            memo[node] = self._evaluate(node, scope)
        return memo[node]

    def lookup(self, name: str, scope: Scope) -> Values:
        """Return everything that a name may be where ``scope`` reads it."""
        holder = self.holder_of(name, scope)
        if holder is not None:
            return self._all_bound((holder, name), holder.bindings[name])
        values: set[Value] = {Ref(f"{star}.{name}") for star in self._stars(scope)}
        for star in self._stars(scope):
            for sibling in self._siblings(star, relative=True):
                values.update(self._attribute(sibling, name))
        if name in _BUILTINS or name == "__builtins__":
            values.add(Ref("builtins" if name == "__builtins__" else f"builtins.{name}"))
        return frozenset(values) or UNKNOWN

    def holder_of(self, name: str, scope: Scope) -> Scope | None:
        """Return the scope that binds a name, as Python would look for it."""
        holder: Scope | None = scope.elsewhere.get(name, scope)
        while holder is not None:
            if name in holder.bindings and (not holder.of_class or holder is scope):
                return holder
            holder = holder.parent
        return None

    def attribute(self, base: Values, name: str) -> Values:
        """Return everything that ``base.name`` may be."""
        self.spend(len(base))
        return frozenset(value for one in base or UNKNOWN for value in self._attribute(one, name))

    def is_external(self, unit: Unit) -> bool:
        """Return whether a class has a base from outside, whose code may call any of its methods."""
        if not isinstance(unit.node, ast.ClassDef):
            return False
        bases = [self.values(base, unit.around) for base in unit.node.bases]
        return any(not isinstance(value, Code) and value != Ref("builtins.object") for base in bases for value in base)

    def words(self, node: ast.expr, scope: Scope) -> list[str] | None:
        """Return the constant strings that an expression may be, or None where it may be something else."""
        values = self.values(node, scope)
        self.spend(len(values))
        texts = [value.text for value in values if isinstance(value, Word)]
        return sorted(texts) if texts and len(texts) == len(values) else None

    def _stars(self, scope: Scope) -> list[str]:
        stars: list[str] = []
        inner: Scope | None = scope
        while inner is not None:
            stars += inner.stars
            inner = inner.parent
        return stars

    def _all_bound(self, key: tuple[Scope | Unit, str], bindings: Sequence[Binding]) -> Values:
        """Return everything that a name may be by its bindings; a name that leads back to itself adds nothing."""
        if key in self._known:
            return self._known[key]
        if key in self._busy:
            return frozenset()
        if len(self._busy) >= _MAX_ALIASES:
            return UNKNOWN
        self.spend(len(bindings))
        self._busy.add(key)
        try:
            values = self._union(self._bound(binding) for binding in bindings) or UNKNOWN
        finally:
            self._busy.discard(key)
            if not self._busy:
                self._passing_memo.clear()
        self._known[key] = values
        return values

    def _bound(self, binding: Binding) -> Values:
        match binding:
            case Opaque():
                return UNKNOWN
            case Defined(unit=unit):
                return frozenset({Code(unit)})
            case Receiver(owner=owner, is_class=is_class):
                return frozenset({Code(owner) if is_class else Instance(owner)})
            case Given(value=value, scope=where, element=element):
                values = self.values(value, where)
                return _contents(values) if element else values
            case Imported():
                return self._imported(binding)

    def _imported(self, binding: Imported) -> Values:
        relative = bool(binding.level)
        bases = self._siblings(binding.module, relative=relative)
        if binding.member is None:
            return bases or frozenset({Ref(binding.module)})
        values: set[Value] = set()
        if relative and not binding.module:  # from . import b
            values |= self._siblings(binding.member, relative=True)
            bases = frozenset(SiblingFile(file) for file in self.files if PurePosixPath(file).name == "__init__.py")
        for base in bases:
            values.update(self._attribute(base, binding.member))
        unknown: Values = UNKNOWN if relative else frozenset({Ref(f"{binding.module}.{binding.member}")})
        return frozenset(values) or unknown

    def _siblings(self, dotted: str, *, relative: bool) -> Values:
        """Return what of the submission an import may mean; a relative one could be asked from any of its folders."""
        self.spend(len(self._by_module) + len(self._folders))

        def is_meant(name: str) -> bool:
            return name == dotted or (relative and name.endswith(f".{dotted}"))

        files = {SiblingFile(file) for module, file in self._by_module.items() if is_meant(module)}
        return frozenset(files | {SiblingFolder(folder) for folder in self._folders if is_meant(folder)})

    def _attribute(self, base: Value, name: str) -> Iterable[Value]:
        match base:
            case Ref(name=dotted):
                return frozenset({Table(dotted) if name == "__dict__" else Ref(f"{dotted}.{name}")})
            case SiblingFile(file=file):
                inside = self._siblings(f"{module_name(file)}.{name}", relative=False)
                values = self.lookup(name, self.files[file].module)
                return inside | (values - UNKNOWN) if inside else values
            case SiblingFolder(name=folder):
                return self._siblings(f"{folder}.{name}", relative=False) or UNKNOWN
            case Code(unit=unit) | Instance(of=unit) if isinstance(unit.node, ast.ClassDef):
                return self._class_attribute(unit, name, set())
            case Code():
                return UNKNOWN
            case Word() | Box() | Table() | Plain():
                return PLAIN
            case _:
                return frozenset({Member(name)})

    def _class_attribute(self, unit: Unit, name: str, seen: set[Unit]) -> Values:
        seen.add(unit)
        bindings = [*unit.inside.bindings.get(name, []), *unit.attributes.get(name, [])]
        if bindings:
            return self._all_bound((unit, name), bindings)
        values: set[Value] = set()
        bases = unit.node.bases if isinstance(unit.node, ast.ClassDef) else []
        for base in bases:
            for value in self.values(base, unit.around):
                match value:
                    case Code(unit=parent) if parent not in seen:
                        values |= self._class_attribute(parent, name, seen)
                    case Ref(name="torch.Tensor" | "torch.nn.Parameter"):
                        values.add(Member(name))
        return frozenset(values) or UNKNOWN

    def _evaluate(self, node: ast.expr, scope: Scope) -> Values:
        match node:
            case ast.Constant(value=str(text)):
                return frozenset({Word(text)}) if len(text) <= _MAX_STRING else PLAIN
            case ast.Constant() | ast.Compare():
                return PLAIN
            case ast.Name(id=name):
                return self.lookup(name, scope)
            case ast.Attribute(value=base, attr=name):
                return self.attribute(self.values(base, scope), name)
            case ast.NamedExpr(value=value) | ast.Starred(value=value):
                return self.values(value, scope)
            case ast.Lambda():
                return frozenset({Code(self.unit_of(node))})
            case ast.IfExp(body=body, orelse=orelse):
                return self.values(body, scope) | self.values(orelse, scope)
            case ast.BoolOp(values=values):
                return frozenset().union(*(self.values(value, scope) for value in values))
            case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
                return self._boxed(self.values(element, scope) for element in elements)
            case ast.Dict(values=values):
                return self._boxed(self.values(value, scope) for value in values)
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                return PLAIN
            case ast.JoinedStr(values=parts):
                return self._joined(
                    [part.value if isinstance(part, ast.FormattedValue) else part for part in parts], scope
                )
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self._sum(left, right, scope)
            case ast.Subscript(value=base, slice=index):
                return self._item(base, index, scope)
            case ast.Call():
                return self._call(node, scope)
        return UNKNOWN

    def _joined(self, parts: list[ast.expr], scope: Scope, between: str = "") -> Values:
        texts: list[str] = []
        for part in parts:
            words = self.words(part, scope)
            if words is None or len(words) != 1:
                return PLAIN
            texts.append(words[0])
        text = between.join(texts)
        return frozenset({Word(text)}) if len(text) <= _MAX_STRING else PLAIN

    def _sum(self, left: ast.expr, right: ast.expr, scope: Scope) -> Values:
        lefts, rights = self.values(left, scope), self.values(right, scope)
        if any(isinstance(value, Box) for value in lefts | rights):
            return self._boxed([_contents(lefts), _contents(rights)])
        if not any(isinstance(value, Word) for value in lefts | rights):
            return UNKNOWN
        first, second = self.words(left, scope), self.words(right, scope)
        if first is None or second is None or len(first) * len(second) > _MAX_COMBINATIONS:
            return PLAIN
        texts = [one + other for one in first for other in second]
        return frozenset(Word(text) for text in texts) if max(map(len, texts)) <= _MAX_STRING else PLAIN

    def _union(self, sets: Iterable[Values]) -> Values:
        """Join sets of values, and all boxes in them into one, so that appending in a loop makes no box of boxes."""
        values: set[Value] = set()
        contents: set[Value] | None = None
        for one in sets:
            for value in one:
                if isinstance(value, Box):
                    self.spend(len(value.contents))
                    contents = set() if contents is None else contents
                    contents |= value.contents
                else:
                    self.spend(1)
                    values.add(value)
        return frozenset(values if contents is None else values | {Box(frozenset(contents))})

    def _boxed(self, sets: Iterable[Values]) -> Values:
        # Never a box in a box: it keeps the number of different values small whatever a submission nests.
        flat: set[Value] = set()
        for value in self._union(sets):
            flat |= value.contents if isinstance(value, Box) else {value}
        return frozenset({Box(frozenset(flat))})

    def _item(self, base: ast.expr, index: ast.expr, scope: Scope) -> Values:
        values: set[Value] = set()
        for value in self.values(base, scope):
            match value:
                case Table(of=dotted):
                    values |= {Ref(f"{dotted}.{word}") for word in self.words(index, scope) or ()}
                case Ref(name="sys.modules"):
                    values |= {Ref(word) for word in self.words(index, scope) or ()}
                case Box(contents=contents):
                    values |= contents
                case _:
                    values.add(Unknown())
        return frozenset(values) or UNKNOWN

    def _call(self, node: ast.Call, scope: Scope) -> Values:
        arguments = node.args
        match node.func:
            case ast.Attribute(value=base, attr="join") if arguments and isinstance(
                arguments[0], (ast.List, ast.Tuple)
            ):
                separator = self.words(base, scope)
                if separator is not None and len(separator) == 1:
                    return self._joined(arguments[0].elts, scope, separator[0])
            case ast.Attribute(value=base, attr="get" | "__getitem__" | "pop") if arguments:
                if any(isinstance(value, Table) for value in self.values(base, scope)):
                    return self._item(base, arguments[0], scope)
            case ast.Attribute(value=base, attr="__getattribute__" | "__getattr__") if len(arguments) == 1:
                return self._named(base, arguments[0], scope)
        values: set[Value] = set()
        for function in self.values(node.func, scope):
            match function:
                case Ref(name=name) if name in _GETATTR and len(arguments) >= 2:
                    values |= self._named(arguments[0], arguments[1], scope)
                    for default in arguments[2:]:
                        values |= self.values(default, scope)
                case Ref(name="builtins.vars") if arguments:
                    refs = [value for value in self.values(arguments[0], scope) if isinstance(value, Ref)]
                    values |= {Table(value.name) for value in refs} or PLAIN
                case Ref(name="operator.attrgetter" | "operator.methodcaller"):
                    words = [word for argument in arguments[:1] for word in self.words(argument, scope) or ()]
                    values |= {Member(word.rsplit(".", 1)[-1]) for word in words} or UNKNOWN
                case Ref(name="functools.partial") if arguments:
                    values |= self.values(arguments[0], scope)
                case Ref(name="importlib.import_module" | "builtins.__import__") if arguments:
                    values |= {Ref(word) for word in self.words(arguments[0], scope) or ()} or UNKNOWN
                case Ref(name=name) if name in _PLAIN_MAKERS:
                    values |= PLAIN
                case Code(unit=unit) if isinstance(unit.node, ast.ClassDef):
                    values.add(Instance(unit))
                case _:
                    values.add(Unknown())
        return frozenset(values) or UNKNOWN

    def _named(self, base: ast.expr, name: ast.expr, scope: Scope) -> Values:
        words = self.words(name, scope)
        if words is None:
            return UNKNOWN
        return frozenset().union(*(self.attribute(self.values(base, scope), word) for word in words))


def _parents(module: str) -> list[str]:
    parts = module.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts))]


def _contents(values: Values) -> Values:
    contents: set[Value] = set()
    for value in values:
        contents |= value.contents if isinstance(value, Box) else UNKNOWN
    return frozenset(contents) or UNKNOWN
