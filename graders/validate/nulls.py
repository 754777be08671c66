"""Null solutions: answers that know nothing of the problem. None may earn a point."""

from __future__ import annotations

_FUNCTION_BODIES: dict[str, str] = {
    "zeros": "return torch.zeros_like(first) if first is not None else torch.zeros(1)",
    "ones": "return torch.ones_like(first) if first is not None else torch.ones(1)",
    "nan": "return torch.full(first.shape if first is not None else (1,), float('nan'))",
    "the input itself": "return args[0] if args else None",
    "a constant": "return 1",
    "True": "return True",
    "None": "return None",
    "an empty tensor": "return torch.empty(0)",
    "an empty list": "return []",
    "an empty dict": "return {}",
    "random noise": "return torch.randn(first.shape if first is not None else (1,))",
    "an exception": "raise ValueError('no')",
}

_TEMPLATE = """
import torch


def _answer(*args, **kwargs):
    tensors = [value for value in (*args, *kwargs.values()) if isinstance(value, torch.Tensor)]
    first = tensors[0] if tensors else None
    {body}


class _Null(torch.nn.Module):
    def __init__(self, *args, **kwargs):
        super().__init__()

    def forward(self, *args, **kwargs):
        return _answer(*args, **kwargs)

    def __len__(self):
        return 1

    def __getitem__(self, index):
        if index != 0:
            raise IndexError(index)
        return _answer(index)

    def __iter__(self):
        return iter([0])

    def __getattr__(self, name):
        try:
            return super().__getattr__(name)
        except AttributeError:
            if name.startswith('__'):
                raise
            return _answer

"""


def null_solutions(entry_points: tuple[str, ...]) -> dict[str, str]:
    """Return the sources of null solutions by name. A capitalised entry point is a class, any other a function."""
    sources = {}
    for name, body in _FUNCTION_BODIES.items():
        bindings = "\n".join(
            f"{entry} = _Null" if entry[:1].isupper() else f"{entry} = _answer" for entry in entry_points
        )
        sources[name] = _TEMPLATE.format(body=body) + bindings + "\n"
    return sources
