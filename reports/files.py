"""Write the reports of a run into its folder: the only module here that touches the disk.

Each file is written whole beside its place and then moved there, so that a reader, or a crash, never meets half a
report.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from torchgrade.graders.results import Results
from torchgrade.graders.text import Language, Text
from torchgrade.reports import grades_csv, html, junit_xml, results_json, results_jsonl

FORMATS = ("json", "jsonl", "csv", "html", "junit")


def write_all(
    out: Path,
    results: Results,
    *,
    formats: Iterable[str] = FORMATS,
    due_passed: bool = False,
    titles: Mapping[str, Text] | None = None,
    language: Language = "en",
) -> tuple[Path, ...]:
    """Write the wanted reports and return their paths, in the order of ``FORMATS``.

    ``due_passed`` shows students the checks that are public only after the due date; ``titles`` are the problems'
    titles by id; ``language`` is what the pages show first. Raises ``ValueError`` for an unknown format and ``OSError``
    where the folder can't be written; a file that was there then stays as it was.
    """
    wanted = set(formats)
    unknown = wanted - set(FORMATS)
    if unknown:
        raise ValueError(f"unknown report format {sorted(unknown)[0]!r}; the formats are {', '.join(FORMATS)}")
    texts: dict[str, str] = {}
    if "json" in wanted:
        texts["results.json"] = results_json.render(results)
    if "jsonl" in wanted:
        texts["results.jsonl"] = results_jsonl.render(results)
    if "csv" in wanted:
        texts["grades.csv"] = grades_csv.render(results)
    if "html" in wanted:
        texts["index.html"] = html.class_page(results, titles=titles, language=language)
        texts |= html.student_pages(results, due_passed=due_passed, titles=titles, language=language)
    if "junit" in wanted:
        texts["junit.xml"] = junit_xml.render(results)
    return tuple(write_text(out / name, text) for name, text in texts.items())


def write_text(path: Path, text: str) -> Path:
    """Replace ``path`` by ``text`` in UTF-8, all at once and safely on disk; return the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)  # mkstemp makes it private, and a web server may have to read it
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    _sync_folder(path.parent)
    return path


def _sync_folder(folder: Path) -> None:
    """Make the move itself durable, where the system can open a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
