"""Mutants: one example of each operator, and what holds for all of them."""

import ast
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from torchgrade.graders.validate.mutants import OPERATORS, mutants

ROOT = Path(__file__).parents[3]
SOLUTIONS = sorted((ROOT / "reference").glob("**/solution.py"))

# operator, source, before, after
EXAMPLES = [
    ("int_constant", "y = x.sum(dim=1)", "dim=1", "dim=0"),
    ("int_constant", "y = x.sum(dim=-1)", "dim=-1", "dim=-2"),
    ("int_constant", "y = f(x).squeeze(2)", ".squeeze(2)", ".squeeze(3)"),
    ("int_constant", "def f(x, n=3):\n    return x", "n=3", "n=2"),
    ("float_constant", "def f(x, *, m=0.1):\n    return x", "m=0.1", "m=1.1"),
    ("bool_constant", "y = x.sum(1, keepdim=True)", "keepdim=True", "keepdim=False"),
    ("string_constant", "d = {'loss': x}", "{'loss': x}", "{'loss_': x}"),
    ("string_constant", "f(mode='min')", "mode='min'", "mode='max'"),
    ("string_constant", "f('>I')", "f('>I')", "f('<I')"),
    ("string_constant", "k = f'w{i}'", "f'w{i}'", "f'w{i}_'"),
    ("dtype", "y = torch.zeros(2, dtype=torch.float32)", "dtype=torch.float32", "dtype=torch.float64"),
    ("comparison", "y = a < b", "a < b", "a <= b"),
    ("comparison", "y = a is None", "a is None", "a is not None"),
    ("comparison", "y = a in b", "a in b", "a not in b"),
    ("arithmetic", "y = a @ b", "a @ b", "a * b"),
    ("arithmetic", "y = a // b", "a // b", "a / b"),
    ("arithmetic", "x += y", "x += y", "x -= y"),
    ("operand_dropped", "y = a + b(c)", "a + b(c)", "b(c)"),
    ("sign_dropped", "y = -a.sum()", "-a.sum()", "a.sum()"),
    ("sign_dropped", "y = f(not a(b))", "not a(b)", "a(b)"),
    ("and_or", "y = a and b", "a and b", "a or b"),
    ("choice_forced", "y = f(a) if c else g(b)", "f(a) if c else g(b)", "g(b)"),
    ("slice_bound", "y = x[:n]", "x[:n]", "x[:n - 1]"),
    ("slice_bound", "y = x[1:]", "x[1:]", "x[:]"),
    ("slice_bound", "y = x[:, ::2]", "x[:, ::2]", "x[:, :]"),
    ("index_dropped", "y = x[..., 0]", "x[..., 0]", "x[0]"),
    ("order_swapped", "h, w = x.shape", "(h, w)", "(w, h)"),
    ("order_swapped", "y = x[i, j]", "x[i, j]", "x[j, i]"),
    ("element_dropped", "y = {'a': 1, 'b': 2}", "{'a': 1, 'b': 2}", "{'b': 2}"),
    ("filter_dropped", "y = [a for a in b if a]", "[a for a in b if a]", "[a for a in b]"),
    ("name_swapped", "def h(m, gi, go):\n    return norm(gi)", "norm(gi)", "norm(go)"),
    ("lambda_none", "f = lambda x: x * 2", "lambda x: x * 2", "lambda x: None"),
    ("yield_changed", "def f():\n    yield x", "(yield x)", "(yield None)"),
    ("yield_changed", "def f():\n    yield from x()", "(yield from x())", "(yield x())"),
    ("call_renamed", "y = torch.cat(xs)", "torch.cat(xs)", "torch.stack(xs)"),
    ("call_renamed", "model.train()", "model.train()", "model.eval()"),
    ("call_renamed", "y = min(a, b)", "min(a, b)", "max(a, b)"),
    ("dtype_method", "y = x.long()", "x.long()", "x.int()"),
    ("wrapper_dropped", "from torch import nn\nself.w = nn.Parameter(a(b))", "nn.Parameter(a(b))", "a(b)"),
    ("one_of_two", "n = min(h(), w())", "min(h(), w())", "w()"),
    ("wrapper_replaced", "from torch import nn\nself.m = nn.ModuleList(xs)", "nn.ModuleList(xs)", "list(xs)"),
    ("step_dropped", "y = x(a).detach()", ".detach()", "(dropped)"),
    ("step_dropped", "y = f(x.T)", "f(x.T)", "f(x)"),
    ("arguments_swapped", "y = x.gather(1, i)", "x.gather(1, i)", "x.gather(i, 1)"),
    ("keywords_swapped", "y = Size(h=a, w=b)", "Size(h=a, w=b)", "Size(h=b, w=a)"),
    ("device_dropped", "i = torch.arange(n, device=d)", "torch.arange(n, device=d)", "torch.arange(n)"),
    ("keyword_dropped", "y = x.sum(1, keepdim=True)", "x.sum(1, keepdim=True)", "x.sum(1)"),
    ("argument_dropped", "y = x.squeeze(2)", "x.squeeze(2)", "x.squeeze()"),
    ("range_bound", "for i in range(n):\n    f(i)", "range(n)", "range(n - 1)"),
    ("enumerate_start", "y = list(enumerate(x))", "enumerate(x)", "enumerate(x, 1)"),
    ("order_reversed", "y = sorted(x)", "sorted(x)", "sorted(x, reverse=True)"),
    ("in_place", "x.add_(y)", "x.add_(y)", "x.add(y)"),
    ("in_place", "y = x.clamp(0, 1)", "x.clamp(0, 1)", "x.clamp_(0, 1)"),
    (
        "persistence",
        "self.register_buffer('m', x)",
        "self.register_buffer('m', x)",
        "self.register_buffer('m', x, persistent=False)",
    ),
    ("statement_dropped", "optimizer.zero_grad()", "optimizer.zero_grad()", "pass"),
    ("statement_dropped", "self.x = x", "self.x = x", "pass"),
    ("statement_dropped", "x = x.clone()", "x = x.clone()", "pass"),
    (
        "statement_dropped",
        "class A(B):\n    def __init__(self):\n        super().__init__()",
        "super().__init__()",
        "pass",
    ),
    ("method_dropped", "class A:\n    def __len__(self):\n        return 1", "def __len__", "(dropped)"),
    ("decorator_dropped", "@torch.no_grad()\ndef f(x):\n    return x", "@torch.no_grad() on f", "(dropped)"),
    ("base_dropped", "class A(Dataset):\n    x = 1", "class A(Dataset):", "class A:"),
    (
        "swapped_with_next",
        "loss.backward()\nopt.step()",
        "loss.backward(); opt.step()",
        "opt.step(); loss.backward()",
    ),
    ("with_unwrapped", "with torch.no_grad():\n    f(x)", "with torch.no_grad()", "(dropped)"),
    ("condition_changed", "if x:\n    f()", "if x:", "if not x:"),
    ("condition_changed", "if x:\n    f()", "if x:", "if True:"),
    ("else_dropped", "if x:\n    f()\nelse:\n    g()", "else of if x", "(dropped)"),
    ("loop_changed", "for a in b:\n    f(a)", "for a in b", "for a in b only once"),
    ("raise_dropped", "if x:\n    raise ValueError('no')", "raise ValueError('no')", "pass"),
    ("exception_swapped", "raise ValueError('no')", "raise ValueError", "raise KeyError"),
    ("exception_swapped", "try:\n    f()\nexcept KeyError:\n    g()", "except KeyError:", "except ValueError:"),
    ("try_changed", "try:\n    f()\nfinally:\n    g()", "finally", "(dropped)"),
    ("try_changed", "try:\n    f()\nfinally:\n    g()", "finally", "only without an exception"),
    ("return_none", "def f(x):\n    return x", "return x", "return None"),
    ("return_dropped", "def f(x):\n    if x:\n        return 0\n    return x", "return 0", "pass"),
    ("step_added", "def f(x):\n    return x", "return x", "return x.detach()"),
    ("step_added", "def f(x):\n    return x, g(x)", "g(x)", "g(x).squeeze()"),
    ("augmented", "x += y", "x += y", "x = x + y"),
    ("augmented", "x = x + y", "x = x + y", "x += y"),
    ("registration", "self.register_buffer('m', x)", "self.register_buffer('m', x)", "self.m = x"),
    ("jump_changed", "for a in b:\n    if a:\n        break", "break", "continue"),
]


@pytest.mark.parametrize(("operator", "source", "before", "after"), EXAMPLES)
def test_an_operator_makes_its_mutant(operator, source, before, after):
    made = [(m.before, m.after) for m in mutants(source) if m.operator == operator]

    assert (before, after) in made


def test_every_operator_has_an_example():
    assert set(OPERATORS) == {example[0] for example in EXAMPLES}


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""\nimport torch\nfrom torch import nn\n',
        "__all__ = ['f']",
        "if __name__ == '__main__':\n    main(1)",
        "x: dict[int, 3]",
        "n = 0\n\ndef f():\n    '''Doc.'''\n    ...",
    ],
)
def test_what_no_check_could_notice_is_left_alone(source):
    made = [m.change for m in mutants(source) if m.before not in {"n = 0"}]

    assert [] == made


def test_the_message_of_an_exception_is_not_changed():
    assert {"raise_dropped", "exception_swapped"} == {
        m.operator for m in mutants("raise ValueError(f'{x + 1} is bad')")
    }


def test_a_number_that_is_counted_up_is_not_called_an_in_place_change():
    assert "augmented" not in {m.operator for m in mutants("n = 0\nn += k")}


def test_a_change_is_shown_as_old_and_new_and_knows_its_line():
    mutant = next(m for m in mutants("y = 0\nz = x.sum(dim=1)\n") if m.after == "dim=0")

    assert ("`dim=1` -> `dim=0`", 2) == (mutant.change, mutant.line)


def test_keys_stay_when_other_code_is_edited():
    before = {m.key for m in mutants("y = x.sum(dim=1)\n")}
    after = {m.key for m in mutants("import torch\n\nq = a < b\ny = x.sum(dim=1)\n")}

    assert before <= after


def test_equal_changes_are_told_apart_by_number():
    keys = [m.key for m in mutants("y = x.sum(dim=1)\nz = x.sum(dim=1)\n") if m.after == "dim=0"]

    assert ["int_constant: dim=1 -> dim=0", "int_constant: dim=1 -> dim=0 #2"] == keys


def test_beyond_the_limit_every_operator_keeps_its_share():
    source = "\n".join(["y = x.sum(1, 2, 3, 4)"] * 20 + ["z = a < b", "w = c @ d"])

    kept = mutants(source, limit=10)

    assert 10 == len(kept)
    assert {"int_constant", "comparison", "arithmetic", "operand_dropped"} <= {m.operator for m in kept}
    assert len({m.line for m in kept if m.operator == "int_constant"}) > 1
    assert set(kept) <= set(mutants(source, limit=10_000))


def test_a_source_that_is_not_python_is_refused_with_its_line():
    with pytest.raises(ValueError, match=r"^line 2: this is not Python"):
        mutants("x = 1\ny = (")


def test_a_limit_below_one_is_refused():
    with pytest.raises(ValueError, match="limit is 0; it must be at least 1"):
        mutants("x = 1", limit=0)


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: "/".join(path.parts[-3:-1]))
def test_the_mutants_of_a_reference_are_sound(path):
    _assert_sound(path.read_text())


SNIPPETS = sorted({example[1] for example in EXAMPLES if not example[1].startswith("from ")})


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=5), st.booleans())
def test_mutants_of_mixed_snippets_are_sound(snippets, inside):
    body = "\n".join(snippets)
    if inside:
        body = "def outer(self, x, y):\n" + "\n".join(f"    {line}" for line in body.splitlines())
    _assert_sound(body)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_mutants_can_be_mutated_again(data):
    source = data.draw(st.sampled_from(SNIPPETS))
    made = mutants(source)
    if made:
        _assert_sound(data.draw(st.sampled_from(made)).source)


def _assert_sound(source):
    everything = mutants(source, limit=100_000)
    sources = [m.source for m in everything]

    assert everything == mutants(source, limit=100_000)
    assert len(set(sources)) == len(sources)
    assert len({m.key for m in everything}) == len(everything)
    assert ast.unparse(ast.parse(source)) + "\n" not in sources
    for m in everything:
        assert m.before
        assert m.after
        assert m.before != m.after, m
        assert "\n" not in m.change
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(m.source, "mutant", "exec")
