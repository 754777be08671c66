"""Supervisors as processes of this machine: forked from a nursery that has imported torch, or started by themselves."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO, Protocol

from torchgrade.sandbox.environment import WORKER_ENVIRONMENT

MAIN = Path(__file__).parent / "worker" / "__main__.py"
# What a worker inherits. Nothing else of our environment is a submission's business.
_KEPT_ENVIRONMENT = ("PATH", "HOME", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV", "SYSTEMROOT", "TMPDIR")
END_SECONDS = 10.0


def can_fork() -> bool:
    """Return whether supervisors can be forked: there is fork, and there are pidfds, which not every sandbox has."""
    if not hasattr(os, "fork") or not hasattr(os, "pidfd_open"):
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


class Process(Protocol):
    """A supervisor, however it came to be."""

    def end(self) -> None:
        """Kill it, and wait until it is gone; twice does no harm."""
        ...


def _environment(extra: Mapping[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    return kept | {
        **WORKER_ENVIRONMENT,
        "LANG": "C.UTF-8",
        "CUDA_VISIBLE_DEVICES": "",  # a GPU that was not leased may be somebody else's
        **extra,
    }


def _start(
    *words: str, stdin: int, stdout: int, log: int, extra: Mapping[str, str] = MappingProxyType({})
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        # -P and not -I: on a student's machine torch may live in the user's site-packages.
        [sys.executable, "-P", "-X", "utf8", str(MAIN), *words],
        stdin=stdin,
        stdout=stdout,
        stderr=log,
        env=_environment(extra),
        start_new_session=True,
    )


class Started:
    """A supervisor that imports torch itself."""

    def __init__(self, commands: int, reports: int, log: int, extra: Mapping[str, str]) -> None:
        self._process = _start(stdin=commands, stdout=reports, log=log, extra=extra)
        self.pid = self._process.pid

    def end(self) -> None:
        """Kill it and wait; see Process."""
        self._process.kill()
        self._process.wait()


class Forked:
    """A supervisor that a nursery forks. We know it by its pidfd, which comes when the nursery has imported torch."""

    def __init__(self, answers: socket.socket) -> None:
        self._answers = answers

    def end(self) -> None:
        """Kill it and wait; see Process. One that is still to be forked leaves by itself: its stdin is closed."""
        if self._answers.fileno() < 0:
            return
        self._answers.setblocking(False)
        with self._answers, contextlib.suppress(BlockingIOError, ConnectionError):
            _, handles, _, _ = socket.recv_fds(self._answers, 16, 1)
            for handle in handles:
                with contextlib.suppress(ProcessLookupError):
                    signal.pidfd_send_signal(handle, signal.SIGKILL)
                select.select([handle], [], [], END_SECONDS)
                os.close(handle)


@dataclass(frozen=True, slots=True)
class _Running:
    """A nursery's process, the way to it, and what it writes."""

    process: subprocess.Popen[bytes]
    requests: socket.socket
    log: IO[bytes]


class Nursery:
    """One process that has imported torch and forks supervisors; started when the first is wanted."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: _Running | None = None

    def fork(self, commands: int, reports: int, log: int) -> Forked:
        """Ask for a supervisor on these descriptors, without waiting for it. Raises OSError where none can be had."""
        ours, theirs = socket.socketpair()
        with self._lock, theirs:
            try:
                self._ask([commands, reports, log, theirs.fileno()])
            except OSError:
                ours.close()
                raise
        return Forked(ours)

    def _ask(self, descriptors: list[int]) -> None:
        try:
            socket.send_fds(self._alive(), [b"supervisor"], descriptors)
        except ConnectionError:  # it ended since we looked
            self._end()
            socket.send_fds(self._alive(), [b"supervisor"], descriptors)

    def _alive(self) -> socket.socket:
        """Return the way to a living nursery. A submission that runs without a wall can have ended the last one."""
        if self._running is not None and self._running.process.poll() is None:
            # Nor may it be left stopped: the supervisor asked for would be waited for until its limit.
            self._running.process.send_signal(signal.SIGCONT)
            return self._running.requests
        self._end()
        requests, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        log = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the nursery
        with theirs:
            number = log.fileno()
            process = _start("nursery", stdin=theirs.fileno(), stdout=number, log=number)
        self._running = _Running(process, requests, log)
        return requests

    def last_words(self) -> str:
        """Return the last line that the nursery wrote, for an error message."""
        with self._lock:
            return "" if self._running is None else last_line(self._running.log)

    def _end(self) -> None:
        if self._running is None:
            return
        process = self._running.process
        with self._running.requests as requests, self._running.log:
            if not _says_ready(requests):
                process.kill()  # still importing torch: it has no supervisors yet
            requests.close()  # at the end of file it ends its supervisors and leaves
            try:
                process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running = None

    def close(self) -> None:
        """End the nursery and every supervisor of it; twice does no harm."""
        with self._lock:
            self._end()


def _says_ready(requests: socket.socket) -> bool:
    try:
        return bool(requests.recv(16, socket.MSG_DONTWAIT))
    except OSError:
        return False


def last_line(log: IO[bytes]) -> str:
    """Return the last line of a log, or an empty text."""
    log.seek(0)
    text = log.read(64 * 1024).decode("utf-8", "replace").strip()
    return text.splitlines()[-1] if text else ""
