"""Scopes of a source file: which names each function, class and module binds, and to what expressions."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


@dataclass(eq=False, repr=False, slots=True)
class Scope:
    """A module, function or class. ``stars`` are the modules it imported with ``*``."""

    file: str
    parent: Scope | None = None
    of_class: bool = False
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)
    elsewhere: dict[str, Scope] = field(default_factory=dict)

    @property
    def module(self) -> Scope:
        """Return the scope of the file."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def bind(self, name: str, binding: Binding) -> None:
        """Add one more thing that a name may be."""
        self.elsewhere.get(name, self).bindings.setdefault(name, []).append(binding)


@dataclass(eq=False, repr=False, slots=True)
class Unit:
    """A function, lambda or class: its node, the scope inside it, the scope around it."""

    node: Function | ast.ClassDef
    inside: Scope
    around: Scope
    owner: Unit | None = None  # the class, where this is a method
    methods: dict[str, Unit] = field(default_factory=dict)
    attributes: dict[str, list[Binding]] = field(default_factory=dict)  # self.NAME = ... in any method

    @property
    def name(self) -> str:
        """Return the name to show."""
        return "lambda" if isinstance(self.node, ast.Lambda) else self.node.name


@dataclass(frozen=True, slots=True)
class Imported:
    """``import a.b as c`` or ``from a import b``; ``level`` counts the dots of a relative import."""

    module: str
    member: str | None
    level: int


@dataclass(frozen=True, slots=True)
class Given:
    """The value of an expression; with ``element``, one of the things inside it."""

    value: ast.expr
    scope: Scope
    element: bool = False


@dataclass(frozen=True, slots=True)
class Defined:
    """A function or class of this file."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class Receiver:
    """The first parameter of a method; with ``is_class`` that of a classmethod."""

    owner: Unit
    is_class: bool


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something that reading cannot tell."""


Binding = Imported | Given | Defined | Receiver | Opaque


@dataclass(eq=False, repr=False, slots=True)
class SourceUnits:
    """A file's scope and its units by node."""

    module: Scope
    tree: ast.Module
    units: dict[ast.AST, Unit]


def build(file: str, tree: ast.Module) -> SourceUnits:
    """Collect the scopes and bindings of one file."""
    builder = _Builder(file)
    for statement in tree.body:
        builder.visit(statement, builder.module, None)
    return SourceUnits(module=builder.module, tree=tree, units=builder.units)


class _Builder:
    def __init__(self, file: str) -> None:
        self.module = Scope(file=file)
        self.units: dict[ast.AST, Unit] = {}

    def visit(self, node: ast.AST, scope: Scope, owner: Unit | None) -> None:
        """Bind what a node binds in ``scope``; ``owner`` is the class whose body or method this is."""
        match node:
            case ast.Name() | ast.Constant() | ast.expr_context() | ast.operator():
                return  # most nodes: they bind nothing by themselves and hold nothing that does
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                self._function(node, scope, owner)
                return
            case ast.ClassDef():
                self._class(node, scope)
                return
            case ast.Import(names=aliases):
                for alias in aliases:
                    top = alias.name.split(".")[0]
                    scope.bind(alias.asname or top, Imported(alias.name if alias.asname else top, None, 0))
            case ast.ImportFrom(names=aliases):
                for alias in aliases:
                    if alias.name == "*":
                        scope.stars.append(node.module or "")
                    else:
                        scope.bind(alias.asname or alias.name, Imported(node.module or "", alias.name, node.level))
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._target(target, Given(value, scope), scope, owner)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                self._target(target, Given(value, scope), scope, owner)
            case ast.NamedExpr(target=target, value=value):
                self._target(target, Given(value, scope), scope, owner)
            case ast.AugAssign(target=target):
                self._target(target, Opaque(), scope, owner)
            case ast.For(target=target, iter=iterated) | ast.AsyncFor(target=target, iter=iterated):
                self._target(target, Given(iterated, scope, element=True), scope, owner)
            case ast.comprehension(target=target, iter=iterated):
                self._target(target, Given(iterated, scope, element=True), scope, owner)
            case ast.withitem(optional_vars=ast.expr() as target):
                self._target(target, Opaque(), scope, owner)
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                scope.bind(name, Opaque())
        for child in ast.iter_child_nodes(node):
            self.visit(child, scope, owner)

    def _function(self, node: Function, scope: Scope, owner: Unit | None) -> None:
        inside = Scope(file=scope.file, parent=scope)
        unit = Unit(node=node, inside=inside, around=scope, owner=owner if scope.of_class else None)
        self.units[node] = unit
        if not isinstance(node, ast.Lambda):
            scope.bind(node.name, Defined(unit))
            if unit.owner is not None:
                unit.owner.methods[node.name] = unit
            for decorator in node.decorator_list:
                self.visit(decorator, scope, None)
        self._parameters(node, unit, scope)
        body: Sequence[ast.AST] = [node.body] if isinstance(node, ast.Lambda) else node.body
        for statement in _own_statements(body):
            if isinstance(statement, ast.Global):
                inside.elsewhere.update(dict.fromkeys(statement.names, scope.module))
            elif isinstance(statement, ast.Nonlocal):
                inside.elsewhere.update({name: _holder_of(name, scope) for name in statement.names})
        # A method's own nested functions still see its `self`, so the owner is kept for `self.NAME = ...`.
        for statement in body:
            self.visit(statement, inside, owner)

    def _parameters(self, node: Function, unit: Unit, scope: Scope) -> None:
        parameters = [*node.args.posonlyargs, *node.args.args]
        defaults: dict[str, ast.expr] = {}
        if node.args.defaults:
            with_default = parameters[-len(node.args.defaults) :]
            defaults = {one.arg: value for one, value in zip(with_default, node.args.defaults, strict=True)}
        for one, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
            if default is not None:
                defaults[one.arg] = default
        for value in defaults.values():
            self.visit(value, scope, None)
        variadic = [one for one in (node.args.vararg, node.args.kwarg) if one is not None]
        for one in [*parameters, *node.args.kwonlyargs, *variadic]:
            unit.inside.bind(one.arg, Opaque())
            if one.arg in defaults:
                unit.inside.bind(one.arg, Given(defaults[one.arg], scope))
        decorators = [] if isinstance(node, ast.Lambda) else node.decorator_list
        kinds = {decorator.id for decorator in decorators if isinstance(decorator, ast.Name)}
        if unit.owner is not None and parameters and "staticmethod" not in kinds:
            receiver = Receiver(unit.owner, "classmethod" in kinds)
            unit.inside.bindings[parameters[0].arg] = [receiver]

    def _class(self, node: ast.ClassDef, scope: Scope) -> None:
        inside = Scope(file=scope.file, parent=scope, of_class=True)
        unit = Unit(node=node, inside=inside, around=scope)
        self.units[node] = unit
        scope.bind(node.name, Defined(unit))
        for expression in [*node.decorator_list, *node.bases, *(keyword.value for keyword in node.keywords)]:
            self.visit(expression, scope, None)
        for statement in node.body:
            self.visit(statement, inside, unit)

    def _target(self, target: ast.expr, binding: Binding, scope: Scope, owner: Unit | None) -> None:
        match target:
            case ast.Name(id=name):
                scope.bind(name, binding)
            case ast.Starred(value=inner):
                self._target(inner, binding, scope, owner)
            case ast.Attribute(value=ast.Name(id=receiver), attr=name) if owner is not None:
                if any(isinstance(one, Receiver) for one in _found(receiver, scope)):
                    owner.attributes.setdefault(name, []).append(binding)
            case ast.Tuple(elts=targets) | ast.List(elts=targets):
                values: Sequence[Binding] = [_inside(binding)] * len(targets)
                if isinstance(binding, Given) and not binding.element:
                    match binding.value:
                        case ast.Tuple(elts=elements) | ast.List(elts=elements) if len(elements) == len(targets):
                            if not any(isinstance(one, ast.Starred) for one in [*elements, *targets]):
                                values = [Given(element, binding.scope) for element in elements]
                for one, value in zip(targets, values, strict=True):
                    self._target(one, value, scope, owner)


def _inside(binding: Binding) -> Binding:
    if isinstance(binding, Given) and not binding.element:
        return Given(binding.value, binding.scope, element=True)
    return Opaque()


def _found(name: str, scope: Scope | None) -> list[Binding]:
    while scope is not None:
        if name in scope.bindings:
            return scope.bindings[name]
        scope = scope.parent
    return []


def _holder_of(name: str, scope: Scope) -> Scope:
    holder: Scope | None = scope
    while holder is not None:
        if name in holder.bindings and not holder.of_class:
            return holder
        holder = holder.parent
    return scope


def _own_statements(body: Sequence[ast.AST]) -> Iterator[ast.AST]:
    """Yield every node of a body outside nested functions and classes."""
    stack = list(body)
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            stack.extend(ast.iter_child_nodes(node))


# --- what runs at all ---


def truth(test: ast.expr) -> bool | None:
    """Return what a condition always is, or None where it depends."""
    match test:
        case ast.Constant(value=value):
            return bool(value)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            inner = truth(operand)
            return None if inner is None else not inner
        case ast.BoolOp(op=op, values=values):
            stop = isinstance(op, ast.Or)
            known = [truth(value) for value in values]
            if stop in known:
                return stop
            return None if None in known else not stop
    return None


def live(body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Return the statements of a block up to the one after which nothing runs."""
    running: list[ast.stmt] = []
    for statement in body:
        running.append(statement)
        if _ends(statement):
            break
    return running


def _ends(statement: ast.stmt) -> bool:
    match statement:
        case ast.Return() | ast.Raise() | ast.Continue() | ast.Break():
            return True
        case ast.If(test=test, body=body, orelse=orelse):
            always = truth(test)
            branches = [body, orelse] if always is None else [body if always else orelse]
            return all(any(_ends(inner) for inner in branch) for branch in branches)
    return False
