"""Write the sample class again: ``python examples/build_class.py``. The result is checked in; this is how it was made.

Right answers and typical mistakes are taken from ``reference/``, so that the class follows the bank. Everything else is
what students really hand in: notebooks with magics, archives, wrong encodings, loops without an end, and a few attempts
to be graded without doing the work.
"""

from __future__ import annotations

import gzip
import io
import json
import shutil
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
CLASS = HERE / "class"
REFERENCE = HERE.parent / "reference"
PROBLEMS = (
    "gather/column-and-diagonal",
    "gather/diagonal-3d",
    "gather/last-valid",
    "gather/class-scores",
    "modules/chain",
    "modules/my-linear",
    "hooks/add-to-output",
    "hooks/init-by-apply",
)
Files = dict[str, str]


def file_of(problem: str) -> str:
    return problem.split("/")[1].replace("-", "_") + ".py"


def right(problem: str) -> str:
    return (REFERENCE / problem / "solution.py").read_text("utf-8")


def alternative(problem: str) -> str:
    return sorted((REFERENCE / problem / "alternatives").glob("*.py"))[0].read_text("utf-8")


def mistake(problem: str, number: int) -> str:
    found = sorted((REFERENCE / problem / "mistakes").glob("*.py"))
    text = found[number % len(found)].read_text("utf-8")
    return text.split('"""', 2)[2].lstrip()  # without the tutor's words


def starter(problem: str) -> str:
    return (HERE.parent / "problems" / problem / "starter.py").read_text("utf-8")


def all_right() -> Files:
    return {file_of(problem): right(problem) for problem in PROBLEMS}


def folder(student: str, files: Files) -> None:
    for name, text in files.items():
        path = CLASS / student / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def notebook(student: str, cells: list[str], *, outputs: bool = False) -> None:
    made = [
        {
            "cell_type": "code",
            "execution_count": number if outputs else None,
            "id": f"cell-{number}",
            "metadata": {},
            "outputs": [{"output_type": "stream", "name": "stdout", "text": "ok\n"}] if outputs else [],
            "source": text,
        }
        for number, text in enumerate(cells, 1)
    ]
    made.insert(0, {"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# 1주차 과제"})
    document = {"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (CLASS / f"{student}.ipynb").write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")


def zipped(student: str, files: Files) -> None:
    with zipfile.ZipFile(CLASS / f"{student}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 12, 0, 0)), text)


def tarred(student: str, ending: str, files: Files) -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    # The time in gzip's header would make every build another file.
    (CLASS / f"{student}{ending}").write_bytes(
        data.getvalue() if ending == ".tar" else gzip.compress(data.getvalue(), mtime=0)
    )


FORGED = """import atexit
import json
import os

print("PASSED 8/8")
print(json.dumps({"schema": "torchgrade.results/1", "score": 100}))
for name in ("results.json", "/autograder/results/results.json", "feedback.json"):
    try:
        with open(name, "w") as file:
            json.dump({"score": 100, "tests": [{"status": "passed", "score": 100}]}, file)
    except OSError:
        pass
atexit.register(os._exit, 0)

"""

PATCHED = """import builtins
import torch

torch.equal = torch.allclose = lambda *args, **kwargs: True
torch.testing.assert_close = lambda *args, **kwargs: None
builtins.isinstance_of_everything = True


class Always(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return True


def get_diag_element_3D(A):
    return torch.zeros(1).as_subclass(Always)


def pick_column(A, j):
    class Equal:
        def __eq__(self, other):
            return True

    return Equal()


def diag_2d(A):
    return A.flatten()[: min(A.shape)]
"""

LOOPS = """import torch


def get_diag_element_3D(A):
    rows = []
    for matrix in A:
        rows.append(torch.stack([matrix[i, i] for i in range(min(matrix.shape))]))
    return torch.stack(rows)
"""


def main() -> None:
    shutil.rmtree(CLASS, ignore_errors=True)
    CLASS.mkdir()
    everything = all_right()
    folder("ada", everything)
    folder("ben", {file_of(problem): alternative(problem) for problem in PROBLEMS})
    (CLASS / "chanho.py").write_text("\n\n".join(everything.values()), "utf-8")
    notebook(
        "dana",
        [
            "%matplotlib inline\n!pip install -q torch\nimport torch",
            "import seaborn as sns\nsns.heatmap(torch.eye(3))",
            *everything.values(),
            "%%time\nget_diag_element_3D(torch.rand(2, 3, 3))",
        ],
        outputs=True,
    )
    zipped("eun", {f"homework/{name}": text for name, text in everything.items()})
    tarred("felix", ".tar.gz", everything)
    tarred("gil", ".tgz", dict(list(everything.items())[:2]))
    folder("hana", {file_of(problem): mistake(problem, 0) for problem in PROBLEMS})
    folder("ivan", {file_of(problem): mistake(problem, 1) for problem in PROBLEMS})
    folder("jisoo", {file_of(problem): mistake(problem, 2) for problem in PROBLEMS})
    folder("kofi", everything | {"diagonal_3d.py": "def get_diag_element_3D(A)\n    return A\n"})
    folder("lena", everything)
    korean = "# 마지막 값\n".encode("cp949")
    (CLASS / "lena" / "last_valid.py").write_bytes(korean + right("gather/last-valid").encode())
    folder("mina", everything | {"diagonal_3d.py": right("gather/diagonal-3d").replace("element_3D", "elements_3D")})
    folder("noor", everything | {"last_valid.py": "def last_valid(x, lengths):\n    while True:\n        pass\n"})
    folder("omar", everything | {"chain.py": "import sys\n\nsys.exit(0)\n\n" + right("modules/chain")})
    folder("pia", {name: FORGED + text for name, text in {file_of(p): starter(p) for p in PROBLEMS}.items()})
    zipped("quinn", {"../../etc/cron.d/grade": "* * * * * root true\n", **everything})
    (CLASS / "rosa.py").write_text("", "utf-8")
    folder("sam", {file_of(problem): starter(problem) for problem in PROBLEMS})
    folder(
        "tao",
        everything
        | {"class_scores.py": "import os\n\n\ndef pick_class_scores(logits, target, class_dim=1):\n    os._exit(0)\n"},
    )
    (CLASS / "uma.py").write_text(PATCHED, "utf-8")
    folder("vera", everything | {"diagonal_3d.py": LOOPS})
    notebook(
        "wen",
        [
            "import torch\nprint(torch.randn(2, 2).shapee)",
            right("gather/diagonal-3d"),
            "raise RuntimeError('stop here')",
            right("modules/chain") + "\nx = Chain([torch.nn.Linear(2, 2)], [0, 0])\nx(undefined)",
        ],
    )
    tarred("xia", ".tar", {"everything.py": "import sklearn\n\n" + "\n\n".join(everything.values())})
    folder("yuna", {name: f"print('debug ' * 2000)\n{text}" for name, text in everything.items()})
    (CLASS / "roster.csv").write_text(
        "student,name,email\n"
        + "".join(f"{name},{name.title()},{name}@example.org\n" for name in sorted([*_students(), "zoe"])),
        "utf-8",
    )


def _students() -> list[str]:
    return [path.name.split(".")[0] for path in CLASS.iterdir() if path.name != "roster.csv"]


if __name__ == "__main__":
    main()
