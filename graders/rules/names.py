"""When two dotted names mean the same operation: aliases inside torch, in-place forms, Tensor methods."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

# Namespaces whose members of one name are one operation: torch.softmax is torch.nn.functional.softmax and so on.
_NAMESPACES = (
    "torch._refs.nn.functional",
    "torch._C._VariableFunctions",
    "torch._C._TensorBase",
    "torch._C.TensorBase",
    "torch._C._nn",
    "torch._C._linalg",
    "torch._C._special",
    "torch._tensor.Tensor",
    "torch.nn.functional",
    "torch.functional",
    "torch.special",
    "torch.linalg",
    "torch.ops.aten",
    "torch._refs",
    "torch._VF",
    "torch.Tensor",
    "torch",
)
# The same name for two different things.
_APART = frozenset({"torch.nn.functional.unfold", "torch.nn.functional.fold"})
# Functions of torch.nn.functional that a Tensor also has as a method. `model.linear(x)` is none.
_FUNCTIONAL_METHODS = frozenset({"softmax", "log_softmax", "relu", "sigmoid", "tanh", "prelu", "hardshrink"})
_SYNONYMS = {
    "absolute": "abs",
    "arccos": "acos",
    "arcsin": "asin",
    "arctan": "atan",
    "clip": "clamp",
    "concat": "cat",
    "concatenate": "cat",
    "divide": "div",
    "true_divide": "div",
    "expit": "sigmoid",
    "greater": "gt",
    "greater_equal": "ge",
    "inverse": "inv",
    "less": "lt",
    "less_equal": "le",
    "moveaxis": "movedim",
    "multiply": "mul",
    "negative": "neg",
    "row_stack": "vstack",
    "subtract": "sub",
    "swapaxes": "transpose",
    "swapdims": "transpose",
    "__matmul__": "matmul",
    "__rmatmul__": "matmul",
    "__imatmul__": "matmul",
}


class Operation(NamedTuple):
    """What a dotted name stands for. ``is_family`` where several names, and a Tensor's method, are the same."""

    name: str
    is_family: bool


@lru_cache(4096)
def operation(name: str) -> Operation:
    """Return the operation that a dotted name stands for."""
    parts = name.split(".")
    if "torch" in parts[1:]:  # torch.functional.torch.gather: modules that imported torch themselves
        parts = parts[len(parts) - 1 - parts[::-1].index("torch") :]
    if parts[0] != "torch":
        return Operation(name, False)
    if "F" in parts[1:]:
        parts = ["torch", "nn", "functional", *parts[parts.index("F") + 1 :]]
    name = ".".join(parts)
    if name in _APART:
        return Operation(name, False)
    if name.startswith("torch.nn.modules."):
        return Operation(f"torch.nn.{parts[-1]}", False)
    for namespace in _NAMESPACES:
        if not name.startswith(f"{namespace}."):
            continue
        rest = name[len(namespace) + 1 :].split(".")
        if len(rest) == 1 or namespace == "torch.ops.aten":
            return Operation(_bare(rest[0], private="._" in namespace), True)
        break
    return Operation(name, False)


def is_the_same(rule: str, name: str) -> bool:
    """Return whether a resolved dotted name is what the rule names, or lies inside it."""
    return name.startswith(f"{rule}.") or operation(name) == operation(rule)


def is_method_of_rule(rule: str, attribute: str) -> bool:
    """Return whether ``something.attribute``, of an object nobody knows, may be what the rule names."""
    wanted = operation(rule)
    last = rule.rsplit(".", 1)[-1]
    if not wanted.is_family:
        # A class such as torch.nn.Softmax is nobody's method; `m.Softmax` is a module by another name.
        return rule.startswith("torch.") and last[:1].isupper() and attribute == last
    if rule.startswith("torch.nn.functional.") and wanted.name not in _FUNCTIONAL_METHODS:
        return False
    return _bare(attribute, private=False) == wanted.name


def _bare(name: str, *, private: bool) -> str:
    if name.startswith("__"):
        return _SYNONYMS.get(name, name)
    name = name.strip("_").removesuffix("_copy") or name
    if private:
        name = name.removeprefix("linalg_").removeprefix("special_")
    return _SYNONYMS.get(name, name)
