import textwrap

import pytest

from torchgrade.graders.problem import Rules
from torchgrade.graders.results import RuleResult
from torchgrade.graders.rules import check_rules


def check(rules: Rules, source: str, entry_point: str = "f", **others: str) -> dict[str, RuleResult]:
    sources = {"a.py": textwrap.dedent(source), **{f"{name}.py": text for name, text in others.items()}}
    return {one.rule: one for one in check_rules(rules, sources=sources, located={entry_point: "a.py"})}


def forbidden(source: str, name: str = "torch.diagonal", **others: str) -> bool:
    return not check(Rules(forbid=(name,)), source, **others)[f"forbid:{name}"].ok


def satisfied(source: str, name: str = "torch.gather") -> bool:
    return check(Rules(require=(name,)), source)[f"require:{name}"].ok


def body(code: str, before: str = "import torch") -> str:
    return f"{before}\ndef f(x, i=0):\n" + textwrap.indent(textwrap.dedent(code).strip(), "    ") + "\n"


ALIASES = [
    ("import torch", "return torch.diagonal(x)"),
    ("import torch as t", "return t.diagonal(x)"),
    ("from torch import diagonal", "return diagonal(x)"),
    ("from torch import diagonal as d", "return d(x)"),
    ("from torch import *", "return diagonal(x)"),
    ("import torch", "return x.diagonal()"),
    ("import torch", "return x.t().diagonal()"),
    ("import torch", "return torch.Tensor.diagonal(x)"),
    ("import torch", "return torch.arange(9).view(3, 3).diagonal()"),
    ("import torch\nt = torch", "return t.diagonal(x)"),
    ("import torch\nd = torch.diagonal", "return d(x)"),
    ("import torch\na, (b, d) = 1, (2, torch.diagonal)", "return d(x)"),
    ("import torch", "d = x.diagonal\nreturn d()"),
    ("import torch", "if (d := torch.diagonal):\n    return d(x)"),
    ("import torch\nd = lambda x: torch.diagonal(x)", "return d(x)"),
    ("import torch\nclass C:\n    d = torch.diagonal", "return C.d(x)"),
    ("import torch\nclass C:\n    def go(self, x):\n        return torch.diagonal(x)", "return C().go(x)"),
    ("import torch\nclass C:\n    def __init__(self):\n        self.d = torch.diagonal", "return C().d(x)"),
    ("import torch\ndef g(x, d=torch.diagonal):\n    return d(x)", "return g(x)"),
    ("import torch\ndef g(x):\n    return torch.diagonal(x)", "return g(x)"),
    ("import torch\ndef g(x):\n    return torch.diagonal(x)", "return list(map(g, x))"),
    ("import torch", "def g(y):\n    return torch.diagonal(y)\nreturn g(x)"),
    ("import torch\nops = {'d': torch.diagonal}", "return ops['d'](x)"),
    ("import torch\nops = []\nops.append(torch.diagonal)", "return ops[0](x)"),
    ("import torch\nclass C: pass\nC.d = torch.diagonal", "return C.d(x)"),
    ("import torch\nclass C: pass\nsetattr(C, 'd', torch.diagonal)", "return C.d(x)"),
    ("import torch, functools\nd = functools.partial(torch.diagonal, offset=0)", "return d(x)"),
    ("import torch", 'return getattr(torch, "diagonal")(x)'),
    ("import torch", 'return getattr(torch, "diag" + "onal")(x)'),
    ("import torch\nname = 'diagonal'", "return getattr(torch, name)(x)"),
    ("import torch", "return getattr(torch, ''.join(['diag', 'onal']))(x)"),
    ("import torch", "p = 'diag'\nreturn getattr(torch, f'{p}onal')(x)"),
    ("import torch", 'return getattr(x, "diagonal")()'),
    ("import torch", 'return torch.__dict__["diagonal"](x)'),
    ("import torch", 'return vars(torch)["diagonal"](x)'),
    ("import torch", 'return vars(torch).get("diagonal")(x)'),
    ("import torch", 'return torch.__getattribute__("diagonal")(x)'),
    ("import sys", 'return sys.modules["torch"].diagonal(x)'),
    ("import operator", 'return operator.methodcaller("diagonal")(x)'),
    ("from operator import attrgetter", 'return attrgetter("diagonal")(x)()'),
    ("import torch", "return torch.ops.aten.diagonal(x)"),
    ("import torch", "return torch.ops.aten.diagonal.default(x)"),
    ("import torch", "return torch._C._VariableFunctions.diagonal(x)"),
    ("import torch", "return torch.linalg.diagonal(x)"),
    ("import torch", "return torch.diagonal_copy(x)"),
    ("import torch", "return torch.functional.torch.diagonal(x)"),
    ("import torch", "return (torch if i else torch).diagonal(x)"),
    ("import torch\ntry:\n    from torch import diagonal as d\nexcept ImportError:\n    d = None", "return d(x)"),
    ("import torch\nif True:\n    d = torch.diagonal", "return d(x)"),
    ("import torch\ndef mod():\n    return torch", "return mod().diagonal(x)"),
    ("import torch\n@torch.vmap\ndef g(x):\n    return x.diagonal()", "return g(x)"),
    ("import torch\nclass C(torch.Tensor):\n    def go(self):\n        return self.diagonal()", "return C().go()"),
    ("import torch\nx0 = torch\nx1 = x0\nx2 = x1\nx3 = x2", "return x3.diagonal(x)"),
]


@pytest.mark.parametrize(("before", "code"), ALIASES)
def test_a_forbidden_operation_is_seen_through_every_alias(before: str, code: str) -> None:
    assert forbidden(body(code, before))


def test_long_alias_chains_are_followed_or_taken_for_what_they_may_be() -> None:
    chain = "import torch as t0\n" + "".join(f"t{n + 1} = t{n}\n" for n in range(300))
    assert forbidden(body("return t300.diagonal(x)", chain))


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("import torch", "return torch.gather(x, 0, i)"),
        ("import numpy as np", "return np.diagonal(x)"),
        ("import torch", "# torch.diagonal(x)\nreturn 'torch.diagonal'"),
        ("import torch\nfrom torch import diagonal", "return x"),
        ("import torch\nclass C:\n    def diagonal(self):\n        return 1", "return C().diagonal()"),
        ("import torch\ndef diagonal(x):\n    return x", "return diagonal(x)"),
        ("import torch\ndef unused(x):\n    return torch.diagonal(x)", "return x"),
        ("import torch", "if False:\n    return torch.diagonal(x)\nreturn x"),
        ("import torch", "return x\nreturn torch.diagonal(x)"),
        ("import torch\nx = torch.rand(3, 3)\nprint(torch.diagonal(x))", "return x"),
        ("import torch\nassert torch.equal(torch.diagonal(torch.eye(3)), torch.ones(3))", "return x"),
        ("import torch", "'a b'.diagonal()\nreturn [].diagonal"),
    ],
)
def test_what_is_no_use_of_it_is_left_alone(before: str, code: str) -> None:
    assert not forbidden(body(code, before))


def test_trying_a_function_out_in_a_later_cell_breaks_no_rule() -> None:
    source = body("return x") + "out = f(torch.eye(3))\nassert torch.equal(out, torch.diagonal(torch.eye(3)))\n"
    assert not forbidden(source)


def test_a_listed_numpy_function_is_forbidden_by_its_own_name() -> None:
    assert forbidden(body("return np.diagonal(x)", "import numpy as np"), "numpy.diagonal")


@pytest.mark.parametrize("code", ["x.fill_diagonal_(0)", "return x.diag()", "return torch.diag(x)", "return x.grad"])
def test_another_operation_of_a_similar_name_is_not_meant(code: str) -> None:
    assert not forbidden(body(code))


@pytest.mark.parametrize(
    "code",
    [
        "return torch.softmax(x, 0)",
        "return torch.nn.functional.softmax(x, 0)",
        "return F.softmax(x, 0)",
        "return F2.softmax(x, 0)",
        "return torch.special.softmax(x, 0)",
        "return torch._softmax(x, 0, False)",
        "return x.softmax(0)",
    ],
)
def test_softmax_is_one_operation_by_all_its_names(code: str) -> None:
    before = "import torch\nimport torch.nn.functional as F\nfrom torch.nn import functional as F2"
    assert forbidden(body(code, before), "torch.softmax")
    assert forbidden(body(code, before), "torch.nn.functional.softmax")


def test_a_module_class_is_forbidden_only_when_it_is_listed() -> None:
    source = body("return nn.Softmax(0)(x)", "from torch import nn")
    assert not forbidden(source, "torch.softmax")
    assert forbidden(source, "torch.nn.Softmax")


@pytest.mark.parametrize("code", ["return x.relu_()", "return torch.relu_(x)", "return x.relu()"])
def test_the_in_place_form_is_meant_too(code: str) -> None:
    assert forbidden(body(code), "torch.relu")


@pytest.mark.parametrize("code", ["return x @ x", "x @= x\nreturn x", "return x.__matmul__(x)", "return x.matmul(x)"])
def test_the_operator_is_the_operation(code: str) -> None:
    assert forbidden(body(code), "torch.matmul")


def test_a_function_without_a_method_is_not_taken_for_a_method() -> None:
    assert not forbidden(body("return x.linear(x)"), "torch.nn.functional.linear")
    assert not forbidden(body("return x.unfold(0, 2, 1)"), "torch.nn.functional.unfold")


def test_a_dotted_function_is_not_taken_for_an_attribute() -> None:
    assert not forbidden(body("return x.grad"), "torch.autograd.grad")
    assert forbidden(body("return grad(x, x)", "from torch.autograd import grad"), "torch.autograd.grad")


def test_a_builtin_can_be_forbidden_and_a_method_of_that_name_is_not_it() -> None:
    assert forbidden(body("return sorted(x)"), "builtins.sorted")
    assert not forbidden(body("return x.sorted()"), "builtins.sorted")
    assert not forbidden(body("return max(x)"), "torch.max")


def test_everything_inside_a_forbidden_namespace_is_forbidden() -> None:
    assert forbidden(body("return torch.nn.init.zeros_(x)"), "torch.nn.init")


def test_a_helper_in_another_file_of_the_submission_is_followed() -> None:
    helper = "import torch\ndef pick(x):\n    return torch.diagonal(x)\n"
    assert forbidden(body("return pick(x)", "from helper import pick"), helper=helper)
    assert forbidden(body("return helper.pick(x)", "import helper"), helper=helper)
    assert forbidden(body("return pick(x)", "from helper import *"), helper=helper)
    assert not forbidden(body("return x", "import helper"), helper=helper)


def test_an_entry_point_that_is_only_another_name_is_seen() -> None:
    assert forbidden("from torch import diagonal as f\n")
    assert forbidden("import torch\nf = torch.diagonal\n")


def test_a_forbidden_call_is_told_with_its_line_and_what_to_do() -> None:
    result = check(Rules(forbid=("torch.diagonal",), require=("torch.gather",)), body("y = 1\nreturn x.diagonal(0)"))[
        "forbid:torch.diagonal"
    ]
    assert (False, 4) == (result.ok, result.line)
    assert (
        "Line 4: `x.diagonal(0)` uses torch.diagonal, which this problem does not allow. Use torch.gather instead."
        == (result.message.en)
    )
    assert result.message.ko == (
        "4번째 줄: `x.diagonal(0)` 코드가 금지된 torch.diagonal 연산을 씁니다. 대신 torch.gather 연산을 쓰세요."
    )


def test_code_too_complicated_to_read_breaks_the_rules_and_says_so() -> None:
    source = "s = []\n" + "".join(f"s = s + ['{n}']\n" for n in range(3000)) + "def f(x):\n    return s\n"
    result = check(Rules(forbid=("torch.diagonal",)), source)["forbid:torch.diagonal"]
    assert not result.ok
    assert "The rules cannot be checked because the code cannot be read. Write it more simply." == result.message.en


# --- require ---


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("import torch", "return torch.gather(x, 0, i)"),
        ("import torch", "return x.gather(0, i)"),
        ("from torch import gather as g", "return g(x, 0, i)"),
        ("import torch\ndef g(x):\n    return x.gather(0, x)", "return g(x)"),
        ("import torch\ng = lambda x: x.gather(0, x)", "return g(x)"),
        ("import torch\nclass C:\n    def _go(self, x):\n        return x.gather(0, x)", "return C()._go(x)"),
        ("import torch", "return torch.vmap(torch.gather)(x, 0, i)"),
        ("import torch", "return getattr(torch, 'gather')(x, 0, i)"),
        ("import torch", "if i:\n    return torch.gather(x, 0, i)"),
        ("import torch", "try:\n    return x\nfinally:\n    torch.gather(x, 0, i)"),
    ],
)
def test_a_required_operation_is_found_in_any_form(before: str, code: str) -> None:
    assert satisfied(body(code, before))


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("import torch", "return x"),
        ("from torch import gather", "return x"),
        ("import torch", "torch.gather\nreturn x"),
        ("import torch", "g = torch.gather\nreturn x"),
        ("import torch", "return x\ntorch.gather(x, 0, i)"),
        ("import torch", "if False:\n    torch.gather(x, 0, i)\nreturn x"),
        ("import torch", "if not 1:\n    torch.gather(x, 0, i)\nreturn x"),
        ("import torch", "while 0:\n    torch.gather(x, 0, i)\nreturn x"),
        ("import torch", "if i:\n    return x\nelse:\n    raise ValueError\ntorch.gather(x, 0, i)"),
        ("import torch", "return x if True else torch.gather(x, 0, i)"),
        ("import torch", "False and torch.gather(x, 0, i)\nreturn x"),
        ("import torch", "def g():\n    return torch.gather(x, 0, i)\nreturn x"),
        ("import torch", "g = lambda: torch.gather(x, 0, i)\nreturn x"),
        ("import torch\ndef g(x):\n    return torch.gather(x, 0, x)", "return x"),
        ("import torch\ntorch.gather(torch.eye(2), 0, torch.eye(2).long())", "return x"),
        ("import torch\nclass C:\n    def _decoy(self, x):\n        return x.gather(0, x)", "C()\nreturn x"),
        ("import torch\nclass C:\n    def gather(self): ...", "C().gather()\nreturn x"),
        ("import numpy as np", "return np.gather(x)"),
        ("import torch", "'x.gather(0, i)'\nreturn x"),
    ],
)
def test_a_mention_or_a_call_that_never_runs_does_not_satisfy(before: str, code: str) -> None:
    assert not satisfied(body(code, before))


def test_a_public_method_of_an_entry_class_counts_and_a_private_one_must_be_called() -> None:
    source = "import torch\nclass f(torch.nn.Module):\n    def {}(self, x):\n        return x.gather(0, x)\n"
    assert satisfied(source.format("forward"))
    assert satisfied(source.format("pick"))
    assert not satisfied(source.format("_pick"))
    assert satisfied(source.format("_pick") + "    def forward(self, x):\n        return self._pick(x)\n")


def test_a_missing_operation_is_told_with_what_does_not_count() -> None:
    result = check(Rules(require=("torch.gather",)), body("return x"))["require:torch.gather"]
    assert result.line is None
    assert result.message.en.startswith("torch.gather is never called by the code that the solution runs.")
    assert result.message.ko.startswith("풀이가 실행하는 코드에서 torch.gather 호출을 찾지 못했습니다.")


def test_a_found_operation_has_the_line_of_its_first_call() -> None:
    assert (
        4 == check(Rules(require=("torch.gather",)), body("y = 1\nreturn x.gather(0, i)"))["require:torch.gather"].line
    )


# --- loops ---

NO_LOOPS = Rules(loops=False)


@pytest.mark.parametrize(
    ("code", "construct"),
    [
        ("for a in x:\n    pass", "for loop"),
        ("while i:\n    pass", "while loop"),
        ("return [a for a in x]", "list comprehension"),
        ("return {a for a in x}", "set comprehension"),
        ("return {a: a for a in x}", "dict comprehension"),
        ("return sum(a for a in x)", "generator expression"),
        ("return list(map(len, x))", "map()"),
        ("return list(filter(len, x))", "filter()"),
        ("from functools import reduce as r\nreturn r(max, x)", "reduce()"),
        ("import numpy as np\nreturn np.vectorize(len)(x)", "numpy.vectorize()"),
        ("return x.apply_(abs)", "Tensor.apply_()"),
        ("return f(x[1:])", "recursive call of f"),
        ("def g(y):\n    return f(y)\nreturn g(x)", "recursive call of "),
        ("g = lambda y: g(y)\nreturn g(x)", "recursive call of lambda"),
    ],
)
def test_every_python_loop_is_told_by_its_name(code: str, construct: str) -> None:
    result = check(NO_LOOPS, body(code))["loops"]
    assert not result.ok
    assert f": a {construct}" in result.message.en
    assert "반복 대신 텐서 연산을 쓰세요." in result.message.ko


def test_a_loop_in_a_helper_counts_with_its_line() -> None:
    source = "def g(x):\n    y = x\n    for a in x:\n        y = a\n    return y\ndef f(x):\n    return g(x)\n"
    result = check(NO_LOOPS, source)["loops"]
    assert (False, 3) == (result.ok, result.line)
    assert "Line 3: a for loop. This problem asks for tensor operations in place of Python loops." == result.message.en


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("import torch", "return torch.vmap(torch.sum)(x)"),
        ("import torch\nT = [n for n in range(3)]", "return T"),
        ("import torch\ndef unused(x):\n    for a in x: pass", "return x"),
        ("import torch\nfor n in range(3):\n    print(n)", "return x"),
        ("import torch\ndef map(g, x):\n    return g(x)", "return map(len, x)"),
        ("import torch", "while False:\n    pass\nreturn x"),
        ("import torch", "return x.map(len)"),
    ],
)
def test_what_is_no_loop_of_the_solution_is_left_alone(before: str, code: str) -> None:
    assert check(NO_LOOPS, body(code, before))["loops"].ok


# --- code that defeats reading ---


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("import torch", "exec('y = 1')"),
        ("import torch", "return eval('x')"),
        ("import torch", "e = eval\nreturn e('x')"),
        ("import builtins", "return builtins.eval('x')"),
        ("import torch", "return __import__('torch')"),
        ("import importlib", "return importlib.import_module('torch')"),
        ("from importlib import import_module as m", "return m('torch')"),
        ("import torch", "return compile('x', 'x', 'eval')"),
        ("import torch", "return globals()['torch']"),
        ("import torch", "return getattr(torch, i)(x)"),
        ("import torch.nn.functional as F", "return getattr(F, i.lower())(x)"),
        ("import torch", "return vars(torch)[i](x)"),
        ("import torch", "return torch.__dict__[i](x)"),
        ("import torch\nd = eval('torch.diagonal')", "return d(x)"),
    ],
)
def test_code_that_defeats_reading_is_a_broken_rule(before: str, code: str) -> None:
    result = check(NO_LOOPS, body(code, before))["no_dynamic_code"]
    assert not result.ok
    assert "makes code or names while running, so the rules of this problem cannot be checked." in result.message.en
    assert "규칙을 확인할 수 없습니다. 호출을 그대로 적으세요." in result.message.ko


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("import torch", "x.eval()\nreturn x"),
        ("import re", "return re.compile('x')"),
        ("import torch", "return torch.compile(x)"),
        ("import torch\ndef eval(x):\n    return x", "return eval(x)"),
        ("import torch", "return getattr(x, f'layer{i}')"),
        ("import torch\nprint(eval('1'))", "return x"),
    ],
)
def test_what_only_sounds_dynamic_is_left_alone(before: str, code: str) -> None:
    assert "no_dynamic_code" not in check(NO_LOOPS, body(code, before))


# --- the whole ---


def test_there_is_one_result_for_each_declared_rule_in_their_order() -> None:
    rules = Rules(forbid=("torch.diagonal", "torch.diag"), require=("torch.gather",), loops=False)
    assert ["forbid:torch.diagonal", "forbid:torch.diag", "require:torch.gather", "loops"] == list(
        check(rules, body("return x"))
    )


def test_without_rules_nothing_is_read() -> None:
    assert check_rules(Rules(), sources={"a.py": "exec('x')"}, located={"f": "a.py"}) == ()


def test_results_name_the_file_where_there_are_several() -> None:
    result = check(Rules(forbid=("torch.diagonal",)), body("return x.diagonal()"), other="y = 1")
    assert result["forbid:torch.diagonal"].message.en.startswith("a.py, line 3: `x.diagonal()` uses")


@pytest.mark.parametrize(
    "source",
    [
        "def f(x:",
        "def f(x):\n    return " + "(" * 150 + "x" + ")" * 150,
        "def f(x):\n    return " + "+".join(["x"] * 700),
        "def f(x):\n    return x" + ".t()" * 400,
        "f = f\n",
        "f = g\ng = f\n",
        "class f(f): pass\n",
        "class f:\n    def go(self):\n        self.x = self.x.t()\n        return self.x\n",
        "s = 'a'\n" + "s = s + s\n" * 60 + "def f(x):\n    return getattr(x, s)\n",
        "def f(x):\n" + "    x = x.t()\n" * 2000 + "    return x\n",
        "def f(x):\n    return " + "d[" * 80 + "x" + "]" * 80,
        "import torch\ndef f(x):\n    return x" + ".get(1)" * 60,
        "def f(x):\n    return " + "'a' + " * 300 + "'b'",
        "".join(f"def g{n}(x):\n    return g{n + 1}(x)\n" for n in range(1000)) + "def f(x):\n    return g0(x)\n",
        "import torch\ndef f(x):\n    return torch.diagonal(x, 0x" + "f" * 5000 + ")\n",
        "import torch\ndef f(x):\n    return torch.diagonal(" + "{1: " * 190 + "x" + "}" * 190 + ")\n",
    ],
    ids=lambda source: source[:30],
)
@pytest.mark.timeout(20)
def test_strange_code_ends_in_results_and_never_in_a_crash(source: str) -> None:
    rules = Rules(forbid=("torch.diagonal",), require=("torch.gather",), loops=False)
    assert {"forbid:torch.diagonal", "require:torch.gather", "loops"} <= set(check(rules, source))


@pytest.mark.timeout(20)
def test_a_message_never_writes_out_a_whole_table() -> None:
    source = "import torch\ndef f(x):\n    return " + "torch.diagonal(x, [" + "1," * 100_000 + "])\n"
    message = check(Rules(forbid=("torch.diagonal",)), source)["forbid:torch.diagonal"].message
    assert "Line 3: `torch.diagonal` uses torch.diagonal" in message.en


def test_more_code_than_anybody_writes_is_not_read() -> None:
    results = check(Rules(forbid=("torch.diagonal",)), "def f(x): ...", more="x = 1\n" * 200_000)
    assert not results["forbid:torch.diagonal"].ok
    assert "cannot be read" in results["forbid:torch.diagonal"].message.en


@pytest.mark.parametrize(
    ("importing", "call", "files"),
    [
        ("from help_er import g", "g(x)", {"help-er.py": "{g}"}),
        ("import help_er", "help_er.g(x)", {"help er.py": "{g}"}),
        ("from kit import g", "g(x)", {"kit/__init__.py": "{g}"}),
        ("import kit.part", "kit.part.g(x)", {"kit/part.py": "{g}"}),
        ("import kit.part", "kit.part.g(x)", {"kit/part.py": "{g}", "kit/__init__.py": ""}),
        ("from kit import part", "part.g(x)", {"kit/part.py": "{g}"}),
        ("from kit.deep import part", "part.g(x)", {"kit/deep/part.py": "{g}"}),
        ("from kit import g", "g(x)", {"kit/__init__.py": "from .part import g", "kit/part.py": "{g}"}),
        ("from kit import part", "part.g(x)", {"kit/__init__.py": "from . import part", "kit/part.py": "{g}"}),
        ("from kit import g", "g(x)", {"kit/__init__.py": "from .part import *", "kit/part.py": "{g}"}),
    ],
)
def test_code_is_followed_into_whatever_file_python_would_import(
    importing: str, call: str, files: dict[str, str]
) -> None:
    helper = "import torch\ndef g(x):\n    return torch.diagonal(x)\n"
    sources = {name: text.replace("{g}", helper) for name, text in files.items()}
    sources["a.py"] = f"{importing}\ndef f(x):\n    return {call}\n"

    results = check_rules(Rules(forbid=("torch.diagonal",)), sources=sources, located={"f": "a.py"})

    assert [False] == [one.ok for one in results]


def test_of_two_files_that_are_one_module_the_one_with_the_entry_point_is_read() -> None:
    uses, plain = "import torch\ndef f(x):\n    return torch.diagonal(x)\n", "def f(x):\n    return x\n"
    rules = Rules(forbid=("torch.diagonal",))
    for located, ok in (("f.ipynb", False), ("f.py", True)):
        results = check_rules(rules, sources={"f.ipynb": uses, "f.py": plain}, located={"f": located})
        assert [ok] == [one.ok for one in results], located
