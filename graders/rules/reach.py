"""What code an entry point can reach, and what that code uses: operations, loops, code that defeats reading.

Starting from the entry points, every function, method, lambda and class of the submission that reachable code mentions
is reachable too. A module-level statement counts where it makes a name that reachable code uses: a cell that only
tries a function out, and compares it with what the function may not use, breaks no rule.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from torchgrade.graders.rules.scopes import Scope, SourceUnits, Unit, live, truth
from torchgrade.graders.rules.values import (
    Box,
    Code,
    Instance,
    Member,
    Reader,
    Ref,
    SiblingFile,
    Table,
    Value,
    Values,
    Word,
)

_COMPREHENSIONS = {
    ast.ListComp: "list comprehension",
    ast.SetComp: "set comprehension",
    ast.DictComp: "dict comprehension",
    ast.GeneratorExp: "generator expression",
}
_LOOPING_CALLS = {
    "builtins.map": "map()",
    "builtins.filter": "filter()",
    "functools.reduce": "reduce()",
    "itertools.starmap": "starmap()",
    "itertools.accumulate": "accumulate()",
    "numpy.vectorize": "numpy.vectorize()",
    "numpy.frompyfunc": "numpy.frompyfunc()",
    "numpy.fromfunction": "numpy.fromfunction()",
    "numpy.apply_along_axis": "numpy.apply_along_axis()",
}
_LOOPING_METHODS = {"apply_": "Tensor.apply_()", "map_": "Tensor.map_()", "map2_": "Tensor.map2_()"}
_DYNAMIC = frozenset(
    {
        "builtins.exec",
        "builtins.eval",
        "builtins.compile",
        "builtins.__import__",
        "builtins.globals",
        "builtins.locals",
        "importlib.import_module",
        "importlib.__import__",
        "runpy.run_path",
        "runpy.run_module",
        "types.FunctionType",
        "types.CodeType",
        "torch._C._jit_get_operation",
        "torch.jit.CompilationUnit",
    }
)
# These call what they are given, so handing an operation to one of them is using it.
_CALLERS = frozenset({"torch.vmap", "torch.func.vmap", "functools.partial", "builtins.map", "functools.reduce"})

_MOST_SHOWN_NODES = 500  # of an expression in a message, which shows its first 60 characters


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file and the node there, for a message."""

    file: str
    line: int
    node: ast.AST | None

    @property
    def code(self) -> str:
        """Return the code on one line, shortened."""
        if not isinstance(self.node, ast.expr):
            return ""
        if len(list(islice(ast.walk(self.node), _MOST_SHOWN_NODES))) == _MOST_SHOWN_NODES:
            return "..."
        try:
            text = " ".join(ast.unparse(self.node).split())
        except (ValueError, RecursionError):  # 0xfff... is read at any length, and written only up to 4300 digits
            return "..."
        return text if len(text) <= 60 else f"{text[:57]}..."


@dataclass(frozen=True, slots=True)
class Use:
    """An operation that is mentioned; ``is_call`` where it is really called."""

    value: Ref | Member
    is_call: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Loop:
    """A construct that runs Python code repeatedly."""

    construct: str
    place: Place


@dataclass(slots=True)
class Findings:
    """Everything that the rules ask about, in the order found."""

    uses: list[Use] = field(default_factory=list)
    loops: list[Loop] = field(default_factory=list)
    dynamic: list[Place] = field(default_factory=list)


def read_reachable(files: Mapping[str, SourceUnits], entry_points: Mapping[str, str]) -> Findings:
    """Return what the code reachable from the entry points uses. ``entry_points`` gives the file of each name."""
    walker = _Walker(files)
    for name, file in entry_points.items():
        walker.start(name, file)
    walker.run()
    return walker.findings


@dataclass(eq=False, slots=True)
class _Atom:
    """A module-level piece of code and the names that it makes or changes."""

    stores: frozenset[str]
    nodes: tuple[ast.AST, ...]


class _Walker:
    def __init__(self, files: Mapping[str, SourceUnits]) -> None:
        self.findings = Findings()
        self._files = files
        self._reader = Reader(files)
        self._atoms: dict[tuple[str, str], list[_Atom]] = {}  # by file and name
        for file, units in files.items():
            for atom in self._atoms_of(units.tree.body, units.module):
                for name in atom.stores:
                    self._atoms.setdefault((file, name), []).append(atom)
        self._waiting: list[Unit] = []
        self._reached: set[Unit] = set()
        self._entries: set[Unit] = set()
        self._needed: set[tuple[str, str]] = set()
        self._pending_atoms: list[tuple[_Atom, str]] = []
        self._done_atoms: set[_Atom] = set()
        self._attributes: set[str] = set()
        self._sleeping: dict[str, list[Unit]] = {}
        self._calls: dict[Unit, list[tuple[Unit, Place]]] = {}
        self._unit: Unit | None = None  # whose code is being read; None at module level

    def start(self, name: str, file: str) -> None:
        """Make an entry point reachable."""
        module = self._files[file].module
        values = self._reader.lookup(name, module)
        self._entries.update(value.unit for value in values if isinstance(value, Code))
        line = next((node.lineno for node in self._files[file].tree.body if name in _stored(node)), 1)
        self._note(values, Place(file, line, ast.Name(name, ast.Load())), is_call=True)
        self._need(file, name)

    def run(self) -> None:
        """Read everything reachable, then look for recursion."""
        while self._waiting or self._pending_atoms:
            if self._pending_atoms:
                atom, file = self._pending_atoms.pop(0)
                self._unit = None
                for node in atom.nodes:
                    self._visit(node, self._files[file].module)
            else:
                self._read(self._waiting.pop(0))
        self._find_recursion()

    # --- reaching ---

    def _need(self, file: str, name: str) -> None:
        if (file, name) in self._needed:
            return
        self._needed.add((file, name))
        for atom in self._atoms.get((file, name), []):
            if atom not in self._done_atoms:
                self._done_atoms.add(atom)
                self._pending_atoms.append((atom, file))

    def _reach(self, unit: Unit) -> None:
        if unit not in self._reached:
            self._reached.add(unit)
            self._waiting.append(unit)

    def _mention_attribute(self, name: str) -> None:
        if name not in self._attributes:
            self._attributes.add(name)
            for unit in self._sleeping.pop(name, []):
                self._reach(unit)

    def _read(self, unit: Unit) -> None:
        self._unit = unit
        match unit.node:
            case ast.Lambda(body=body):
                self._visit(body, unit.inside)
            case ast.ClassDef(body=body):
                self._unit = None  # a class body runs once, when the file is read
                for statement in body:
                    if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
                        self._visit(statement, unit.inside)
                    else:
                        self._visit_all([*statement.decorator_list, *_defaults(statement)], unit.inside)
                self._reach_methods(unit)
            case ast.FunctionDef(body=body) | ast.AsyncFunctionDef(body=body):
                self._visit_block(body, unit.inside)

    def _reach_methods(self, unit: Unit) -> None:
        # Code from outside (nn.Module, a check) calls dunders and public methods; private ones must be mentioned.
        open_to_others = unit in self._entries or self._reader.is_external(unit)
        for name, method in unit.methods.items():
            is_dunder = name.startswith("__") and name.endswith("__")
            if is_dunder or name in self._attributes or (open_to_others and not name.startswith("_")):
                self._reach(method)
            else:
                self._sleeping.setdefault(name, []).append(method)

    # --- reading code ---

    def _visit_all(self, nodes: Iterable[ast.AST], scope: Scope) -> None:
        for node in nodes:
            self._visit(node, scope)

    def _visit_block(self, body: Sequence[ast.stmt], scope: Scope) -> None:
        self._visit_all(live(body), scope)

    def _visit(self, node: ast.AST, scope: Scope) -> None:
        match node:
            # Expressions come first, because most nodes are some.
            case ast.Lambda():
                self._visit_all(_defaults(node), scope)
                self._reach(self._reader.unit_of(node))
            case ast.IfExp(test=test, body=first, orelse=second):
                always = truth(test)
                self._visit(test, scope)
                self._visit_all(
                    [branch for branch, dead in ((first, False), (second, True)) if always is not dead], scope
                )
            case ast.BoolOp(op=op, values=values):
                for value in values:
                    self._visit(value, scope)
                    if truth(value) is isinstance(op, ast.Or):
                        break  # the rest never runs
            case ast.expr():
                self._expression(node, scope)
            case ast.expr_context() | ast.operator() | ast.unaryop() | ast.cmpop():
                pass  # signs without a place of their own
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._visit_all([*node.decorator_list, *_defaults(node)], scope)
            case ast.ClassDef():
                self._visit_all(_class_head(node), scope)
            case ast.Assign(targets=targets, value=ast.Lambda() as function) if all(
                isinstance(target, ast.Name) for target in targets
            ):
                self._visit_all(_defaults(function), scope)  # its body is read when the name is mentioned
            case ast.AnnAssign(target=target, value=assigned):  # an annotation uses nothing
                self._visit_all([target, *([assigned] if assigned is not None else [])], scope)
            case ast.If(test=test, body=body, orelse=orelse):
                always = truth(test)
                self._visit(test, scope)
                if always is not False:
                    self._visit_block(body, scope)
                if always is not True:
                    self._visit_block(orelse, scope)
            case ast.While(test=test, body=body, orelse=orelse):
                self._visit(test, scope)
                if truth(test) is not False:
                    self._loop("while loop", node, scope)
                    self._visit_block(body, scope)
                self._visit_block(orelse, scope)
            case ast.For(target=target, iter=iterated) | ast.AsyncFor(target=target, iter=iterated):
                self._loop("for loop", node, scope)
                self._visit_all([target, iterated], scope)
                self._visit_block(node.body, scope)
                self._visit_block(node.orelse, scope)
            case ast.With() | ast.AsyncWith():
                self._visit_all(node.items, scope)
                self._visit_block(node.body, scope)
            case ast.Try() | ast.TryStar():
                for block in (node.body, node.orelse, node.finalbody):
                    self._visit_block(block, scope)
                self._visit_all(node.handlers, scope)
            case ast.ExceptHandler(type=kind, body=body):
                self._visit_all([kind] if kind is not None else [], scope)
                self._visit_block(body, scope)
            case ast.match_case(guard=guard, body=body):
                self._visit_all([guard] if guard is not None else [], scope)
                self._visit_block(body, scope)
            case ast.Import() | ast.ImportFrom():
                pass  # an import alone uses nothing
            case _:
                if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.MatMult):
                    self._note(frozenset({Member("matmul")}), self._place(node, scope), is_call=True)
                self._visit_all(ast.iter_child_nodes(node), scope)

    def _expression(self, node: ast.expr, scope: Scope) -> None:
        place = self._place(node, scope)
        match node:
            case ast.Name(ctx=ast.Load(), id=name):
                holder = self._reader.holder_of(name, scope)
                if holder is not None and holder is holder.module:
                    self._need(holder.file, name)
                self._note(self._reader.values(node, scope), place)
            case ast.Attribute(ctx=ast.Load(), value=base, attr=name):
                self._mention_attribute(name)
                for value in self._reader.values(base, scope):
                    if isinstance(value, SiblingFile):
                        self._need(value.file, name)
                self._note(self._reader.values(node, scope), place)
            case ast.Subscript(ctx=ast.Load(), value=base, slice=index):
                tables = (Table, *([] if self._reader.words(index, scope) else [Table]))
                opaque = [value for value in self._reader.values(base, scope) if isinstance(value, tables)]
                if opaque and self._reader.words(index, scope) is None:
                    self.findings.dynamic.append(place)
                self._note(self._reader.values(node, scope), place)
            case ast.BinOp(op=ast.MatMult()):
                self._note(frozenset({Member("matmul")}), place, is_call=True)
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                self._loop(_COMPREHENSIONS[type(node)], node, scope)
            case ast.Call():
                self._call(node, scope, place)
        self._visit_all(ast.iter_child_nodes(node), scope)

    def _call(self, node: ast.Call, scope: Scope, place: Place) -> None:
        functions = self._reader.values(node.func, scope)
        self._note(functions, place, is_call=True)
        for function in functions:
            match function:
                case Code(unit=unit) if self._unit is not None and not isinstance(unit.node, ast.ClassDef):
                    self._calls.setdefault(self._unit, []).append((unit, place))
                case Ref(name=name) if name in _LOOPING_CALLS:
                    self._loop(_LOOPING_CALLS[name], node, scope)
                case Member(attribute=name) if name in _LOOPING_METHODS:
                    self._loop(_LOOPING_METHODS[name], node, scope)
            if isinstance(function, Ref) and function.name in _CALLERS:
                for argument in node.args:
                    self._note(self._reader.values(argument, scope), place, is_call=True)
            if function in (Ref("builtins.getattr"), Ref("builtins.object.__getattribute__")) and len(node.args) >= 2:
                self._getattr(node.args[0], node.args[1], scope, place)
        # `getattr(torch, "gather")` and `torch.__dict__.get("gather")` are mentions too.
        self._note(self._reader.values(node, scope), place)

    def _getattr(self, base: ast.expr, name: ast.expr, scope: Scope, place: Place) -> None:
        words = self._reader.words(name, scope)
        values = self._reader.values(base, scope)
        if words is not None:
            for word in words:
                self._mention_attribute(word)
        elif any(isinstance(value, Ref) and value.name.split(".")[0] in ("torch", "builtins") for value in values):
            self.findings.dynamic.append(place)
        else:
            for sleeping in list(self._sleeping):  # any method may be meant
                self._mention_attribute(sleeping)

    # --- noting what was found ---

    def _place(self, node: ast.AST, scope: Scope) -> Place:
        return Place(scope.file, getattr(node, "lineno", 1), node)

    def _note(self, values: Values, place: Place, *, is_call: bool = False) -> None:
        self._reader.spend(sum(len(value.contents) if isinstance(value, Box) else 1 for value in values))
        for value in _flat(values):
            match value:
                case Ref(name=name):
                    if name in _DYNAMIC or name.startswith("torch.utils.cpp_extension"):
                        self.findings.dynamic.append(place)
                    self.findings.uses.append(Use(value, is_call, place))
                case Member():
                    self.findings.uses.append(Use(value, is_call, place))
                case Code(unit=unit) | Instance(of=unit):
                    self._reach(unit)

    def _loop(self, construct: str, node: ast.AST, scope: Scope) -> None:
        if self._unit is not None:  # what runs once, when the file is read, is no loop of the solution
            self.findings.loops.append(Loop(construct, self._place(node, scope)))

    def _find_recursion(self) -> None:
        """Note each call that closes a circle, by one walk over the calls, without recursion of our own."""
        done: set[Unit] = set()
        for start in list(self._calls):
            path = [(start, iter(self._calls[start]))] if start not in done else []
            on_path = {start}
            while path:
                unit, calls = path[-1]
                for called, place in calls:
                    if called in on_path:
                        self.findings.loops.append(Loop(f"recursive call of {called.name}", place))
                    elif called not in done:
                        on_path.add(called)
                        path.append((called, iter(self._calls.get(called, []))))
                        break
                else:
                    path.pop()
                    on_path.discard(unit)
                    done.add(unit)

    # --- module level ---

    def _atoms_of(self, body: Sequence[ast.stmt], module: Scope) -> Iterator[_Atom]:
        for statement in live(body):
            match statement:
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    nodes = (*statement.decorator_list, *_defaults(statement))
                    yield _Atom(frozenset({statement.name}), nodes)
                case ast.ClassDef():
                    yield _Atom(frozenset({statement.name}), tuple(_class_head(statement)))
                case ast.If(test=test, body=then, orelse=orelse):
                    always = truth(test)
                    yield from self._atoms_of(then if always is not False else [], module)
                    yield from self._atoms_of(orelse if always is not True else [], module)
                case ast.For(target=target, iter=iterated) | ast.AsyncFor(target=target, iter=iterated):
                    yield _Atom(_stored(target), (iterated,))
                    yield from self._atoms_of([*statement.body, *statement.orelse], module)
                case ast.While():
                    yield from self._atoms_of([*statement.body, *statement.orelse], module)
                case ast.With() | ast.AsyncWith():
                    for item in statement.items:
                        yield _Atom(_stored(item), (item.context_expr,))
                    yield from self._atoms_of(statement.body, module)
                case ast.Try() | ast.TryStar():
                    for block in (statement.body, statement.orelse, statement.finalbody):
                        yield from self._atoms_of(block, module)
                    for handler in statement.handlers:
                        yield from self._atoms_of(handler.body, module)
                case ast.Import() | ast.ImportFrom():
                    pass
                case _:
                    yield _Atom(_stored(statement) | self._changed(statement, module), (statement,))

    def _changed(self, statement: ast.stmt, module: Scope) -> frozenset[str]:
        """Return the names whose objects a statement may change: ``ops.append(f)``, ``setattr(ops, ...)``."""
        changed: set[str] = set()
        for node in ast.walk(statement):
            if not isinstance(node, ast.Call):
                continue
            root = _root(node.func) if isinstance(node.func, ast.Attribute) else None
            if isinstance(node.func, ast.Name) and node.func.id == "setattr" and node.args:
                root = _root(node.args[0])
            if root is not None and not all(isinstance(value, Ref) for value in self._reader.lookup(root, module)):
                changed.add(root)
        return frozenset(changed)


def _flat(values: Values) -> set[Value]:
    flat: set[Value] = set()
    for value in values:
        flat |= value.contents if isinstance(value, Box) else {value}
    return {value for value in flat if not isinstance(value, Word)}


def _defaults(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> list[ast.expr]:
    return [*node.args.defaults, *(default for default in node.args.kw_defaults if default is not None)]


def _class_head(node: ast.ClassDef) -> list[ast.expr]:
    return [*node.decorator_list, *node.bases, *(keyword.value for keyword in node.keywords)]


def _stored(node: ast.AST) -> frozenset[str]:
    """Return the names that a node binds, and the roots of the attributes and items that it assigns."""
    names: set[str] = set()
    for inner in ast.walk(node):
        if isinstance(inner, (ast.Name, ast.Attribute, ast.Subscript)) and isinstance(inner.ctx, (ast.Store, ast.Del)):
            root = _root(inner)
            if root is not None:
                names.add(root)
        elif isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(inner.name)
    return frozenset(names)


def _root(node: ast.expr) -> str | None:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None
