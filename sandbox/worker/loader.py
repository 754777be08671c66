"""Load a submission from source text: its files become modules in memory, never files on disk."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import linecache
import sys
import traceback
import types
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from torchgrade.problems.kit import raised
from torchgrade.problems.values import Raised
from torchgrade.sandbox.worker.job import JobFile, module_name

Notice = Callable[[str, int, Raised], None]


class Solution:
    """The namespace of the entry points, as probes see it."""

    def __init__(self, entry_points: dict[str, object]) -> None:
        self.__dict__.update(entry_points)


class SubmissionImporter(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Let the files of a submission import each other by module name. Asked last: nothing installed can be shadowed."""

    def __init__(self, files: Sequence[JobFile], notice: Notice) -> None:
        self._files = {module_name(file.name): file for file in files}
        self._notice = notice
        for file in files:
            register_source(file.name, file.source)

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Return a spec for a file of the submission, or for a folder that holds some; None otherwise."""
        if fullname in self._files:
            file = self._files[fullname]
            package = PurePosixPath(file.name).name == "__init__.py"
            return importlib.machinery.ModuleSpec(fullname, self, origin=file.name, is_package=package)
        if any(name.startswith(fullname + ".") for name in self._files):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        """Use Python's default."""

    def exec_module(self, module: types.ModuleType) -> None:
        """Run the file's code; a notebook's cells one by one, reporting those that raise."""
        file = self._files.get(module.__name__)
        if file is None:
            return  # a folder without __init__.py
        module.__file__ = file.name
        if file.cells is None:
            exec(compile(file.source, file.name, "exec"), module.__dict__)
            return
        for number, source in file.cells:
            name = f"{file.name}, cell {number}"
            register_source(name, source)
            try:
                exec(compile(source, name, "exec"), module.__dict__)
            except Exception as error:  # noqa: BLE001 - a cell that raises is reported and the cells after it still run
                self._notice(file.name, number, located(error))


def load(files: Sequence[JobFile], entry_points: dict[str, str], notice: Notice) -> Solution:
    """Import the files that define the entry points and return those. What the student's code raises goes through."""
    # Of two files with one module name, such as a notebook and its export, the one that was read for its entry point.
    ordered = sorted(files, key=lambda file: file.name in entry_points.values())
    sys.meta_path.append(SubmissionImporter(ordered, notice))
    found: dict[str, object] = {}
    for entry_point, file_name in entry_points.items():
        module = importlib.import_module(module_name(file_name))
        if not hasattr(module, entry_point):
            raise NameError(f"{entry_point} was not defined when {file_name} had run")
        found[entry_point] = getattr(module, entry_point)
    return Solution(found)


def register_source(name: str, source: str) -> None:
    """Let tracebacks and ``inspect.getsource`` show a text that is in no file."""
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)


def located(error: BaseException) -> Raised:
    """Return an exception as evidence, its message ending in the last place in the submission's own code."""
    plain = raised(error)
    try:
        frames = traceback.extract_tb(error.__traceback__, limit=-200)
        own = [frame for frame in frames if not frame.filename.startswith(("/", "<")) and "\\" not in frame.filename]
        place = f" ({own[-1].filename}, line {own[-1].lineno})" if own else ""
    except Exception:  # noqa: BLE001 - a hostile exception may break its own traceback; the place is a courtesy
        place = ""
    return Raised(plain.type, plain.message + place, plain.bases)
