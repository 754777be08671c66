"""``torchgrade new problem``: a skeleton that ``validate`` explains line by line."""

from __future__ import annotations

import re
from pathlib import Path

from torchgrade.commands.console import say
from torchgrade.commands.exits import Exit, UsageError

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")

_PROBLEM_YAML = """\
format: 1
id: {id}
title: {{en: {title}, ko: {title}}}          # TODO: say it in Korean
entry_points: [{function}]
difficulty: 2                     # 1..5
topics: [{unit}]
rules:                            # read from the source: policy, not proof
  forbid: []
  loops: true
checks:
  - {{id: gives_the_right_answer, points: 2, visibility: public, cases: 30}}   # TODO: title: {{ko: ...}}
hints: []                         # TODO: two, a gentle one and a clear one: {{en: ..., ko: ...}}
"""

_CHECKS = '''\
from torchgrade.problems.kit import check, tensors


@check(x=tensors("n m", n=(0, 5), m=(1, 5)))
def gives_the_right_answer(solution, x):
    """TODO: one sentence that tells the student what is checked."""
    # Return what the solution gave: raw evidence, never a conclusion. The reference answers the same cases.
    return solution.{function}(x)
'''

_STARTER = '''\
import torch


def {function}(x):
    """TODO: shapes and dtypes in and out."""
    raise NotImplementedError("{function} is not written yet / 아직 작성하지 않았습니다")
'''

_STATEMENT = """\
# {title}

TODO: what to build.

```python
def {function}(x: torch.Tensor) -> torch.Tensor: ...   # [n, m] -> TODO
```

## Examples

TODO: two worked examples; validate runs them against the reference.

## What counts

TODO: edge cases, what is not allowed and why, which pages of the PyTorch documentation to read.
"""

_SOLUTION = """\
import torch


def {function}(x):
    raise NotImplementedError  # TODO: the shortest clear form
"""

_MISTAKE = '''\
"""
en: TODO: what a tutor would say to a student who hands this in.
ko: TODO: 이 답을 낸 학생에게 조교가 해 줄 말.
"""


def {function}(x):
    return x
'''


def problem(name: str, pack: Path) -> Exit:
    """Write the skeleton of a problem into a pack, which is made when it is not there."""
    if not _ID.fullmatch(name):
        raise UsageError(f"{name!r} is no problem id; write unit/slug in small letters, digits and single dashes")
    unit, slug = name.split("/")
    words = {
        "id": name,
        "unit": unit,
        "title": slug.replace("-", " ").capitalize(),
        "function": slug.replace("-", "_") if slug[0].isalpha() else f"solve_{slug.replace('-', '_')}",
    }
    public, secret = pack / "problems" / unit / slug, pack / "reference" / unit / slug
    files = {
        public / "problem.yaml": _PROBLEM_YAML,
        public / "checks.py": _CHECKS,
        public / "starter.py": _STARTER,
        public / "statement.md": _STATEMENT,
        public / "statement.ko.md": _STATEMENT,
        secret / "solution.py": _SOLUTION,
        secret / "mistakes" / "returns_its_input.py": _MISTAKE,
    }
    there = [file for file in files if file.exists()]
    if there:
        raise UsageError(f"{there[0]} is there already and is not overwritten")
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.format(**words), "utf-8")
        say(f"wrote {file}")
    (secret / "alternatives").mkdir(parents=True, exist_ok=True)
    say(f"then: torchgrade validate {name} --pack {pack}")
    return Exit.OK
