"""Run a short-lived trusted program without ever waiting for one that hangs in the driver."""

from __future__ import annotations

import contextlib
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_KILL_SECONDS = 2.0
_MOST_CHARS = 1024 * 1024


class CommandHung(Exception):
    """The program did not end in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """An ended program: its exit code and what it wrote."""

    code: int
    stdout: str
    stderr: str

    @property
    def last_line(self) -> str:
        """Return the last line that says something, of stderr first; for messages."""
        lines = (self.stderr.strip() or self.stdout.strip()).splitlines()
        return lines[-1][:300] if lines else "it said nothing"


def run_command(words: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None) -> Done:
    """Run a program to its end. Raises CommandHung, and OSError where it can't be started.

    ``subprocess.run`` would wait for the killed program, and one that hangs in the kernel does not die. Files and not
    pipes, for the same reason: nobody has to be there until the end to read them.
    """
    with tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        process = subprocess.Popen(
            list(words),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            env=None if environment is None else dict(environment),
            start_new_session=True,
        )
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise CommandHung(words[0]) from None
        finally:
            if process.poll() is None:
                process.kill()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(_KILL_SECONDS)
        texts = []
        for file in (stdout, stderr):
            file.seek(0)
            texts.append(file.read(_MOST_CHARS).decode("utf-8", "replace"))
        return Done(code=code, stdout=texts[0], stderr=texts[1])
