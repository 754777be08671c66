"""The supervisor: imports torch once, then starts one child for each job and relays what it says.

Theory of operation. The supervisor runs no student code. It imports torch and the kit, or is forked from the
``nursery``, which did; moves the protocol to private descriptors, so that nothing printed can be mistaken for a frame;
and waits for jobs. For a job it forks (or, for CUDA and where fork is missing, starts a fresh interpreter), relays the
child's evidence, stdout and stderr as frames of raw bytes, and reports how the child ended. It enforces no limit: the
host watches the clock and the counters from outside, and says KILL. When the host goes away, the supervisor reads end
of file and leaves, and the kernel ends the child.

Every child is a copy of the supervisor, memory and all. So nothing of a submission may pass through memory that the
supervisor uses again: a job lies in a mapping of its own, which is gone before the next one, and what a child says goes
through one buffer, which is wiped. Else the next child could find the answers of the one before in its own memory.
What the supervisor does keep are questions, which are the same for everybody, made ready so that no child has to.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import mmap
import os
import platform
import secrets
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.utils.data

from torchgrade.problems.kit import Probe
from torchgrade.problems.values import TensorValue
from torchgrade.sandbox.encode import encode
from torchgrade.sandbox.wire import (
    COUNT,
    FRAME_HEADER,
    FRAME_MAGIC,
    RELAY_BYTES,
    Control,
    Report,
    frame,
    pack_blobs,
)
from torchgrade.sandbox.worker import child, hugepages
from torchgrade.sandbox.worker.job import Questions, errand_from_bytes, job_from_bytes, questions_from_bytes
from torchgrade.sandbox.worker.loader import Solution
from torchgrade.sandbox.worker.manifest import worker_digest
from torchgrade.sandbox.worker.prepared import Prepared

_PR_SET_DUMPABLE, _PR_SET_CHILD_SUBREAPER = 4, 36
REHEARSALS = 40
# What a child says in this time is relayed together: waking for every answer would cost more than most answers do. No
# verdict waits for it, since the child's end wakes us at once.
RELAY_SECONDS = 0.01
# A supervisor that has served so many jobs will serve more, and not only the ten of a submission: see _settle.
MANY_JOBS = 16
_COLLECT_SECONDS = 2.0
# Where anybody in a container can leave something behind: see Supervisor._clean_up.
_WRITABLE_FOLDERS = ("/tmp", "/box", "/dev/shm", "/dev/mqueue")


@dataclass(frozen=True, slots=True)
class Child:
    """The running child: its process id, the pipes that we read, its private folder, and its uid if it has its own."""

    pid: int
    nonce: bytes
    pipes: dict[int, Report]
    folder: str
    uid: int | None


class Supervisor:
    """One poll loop over the host's commands and the child's pipes."""

    def __init__(self, commands: int, reports: int, wakeups: tuple[int, int]) -> None:
        self._commands = commands
        self._reports = reports
        self._wakeups, self._wakeup_writer = wakeups
        self._buffer = memoryview(_private_memory(FRAME_HEADER.size + RELAY_BYTES))
        self._child: Child | None = None
        self._questions: dict[int, Prepared] = {}
        self._served = 0
        self._behind = False  # whether the child says more than one read takes
        self._own_files = _files_in_writable_folders()
        self._own_traffic = _loopback_traffic()

    def say(self, kind: Report, payload: bytes = b"") -> None:
        """Write one frame to the host, whole."""
        _write_all(self._reports, memoryview(frame(kind, payload)))

    def serve(self) -> None:
        """Serve until the host says QUIT or goes away."""
        while True:
            watched = [self._commands, self._wakeups, *(self._child.pipes if self._child else ())]
            ready, _, _ = select.select(watched, [], [])
            if not self._behind and self._commands not in ready and self._wakeups not in ready:
                urgent, _, _ = select.select([self._commands, self._wakeups], [], [], RELAY_SECONDS)
                ready = [*urgent, *ready]
            for descriptor in ready:
                if descriptor == self._commands:
                    if not self._read_commands():
                        self._end_child()
                        return
                elif descriptor == self._wakeups:
                    with contextlib.suppress(BlockingIOError):
                        os.read(self._wakeups, 4096)
                    self._reap()
                elif self._child is not None and descriptor in self._child.pipes:
                    self._relay(descriptor, self._child)

    def _read_commands(self) -> bool:
        """Read one frame of the host and act on it. Return False at QUIT or end of file."""
        header = bytearray(FRAME_HEADER.size)
        if not self._read_into(memoryview(header)):
            return False
        magic, kind, length = FRAME_HEADER.unpack(header)
        if magic != FRAME_MAGIC:
            return False
        with _private_memory(max(length, 1)) as payload, memoryview(payload)[:length] as view:
            if not self._read_into(view):
                return False
            match kind:
                case Control.WARM:
                    self._warm(json.loads(bytes(view)))
                case Control.QUESTIONS:
                    self._keep(view)
                case Control.JOB:
                    self._start(view)
                case Control.KILL:
                    self._end_child()
                case _:
                    return False
        return True

    def _read_into(self, view: memoryview) -> bool:
        """Fill ``view`` from the host; return False at end of file. The host never stops in the middle of a frame."""
        filled = 0
        while filled < len(view):
            count = os.readv(self._commands, [view[filled:]])
            if not count:
                return False
            filled += count
        return True

    def _warm(self, names: list[str]) -> None:
        missing = []
        for name in names:
            try:
                importlib.import_module(name)
            except Exception:  # noqa: BLE001 - warming is a courtesy; the child will meet the same error where it matters
                missing.append(name)
        gc.freeze()
        self._own_files = _files_in_writable_folders()
        self.say(Report.WARMED, json.dumps(missing).encode())

    def _keep(self, payload: memoryview) -> None:
        (number,) = COUNT.unpack_from(payload)
        if number == 0:
            self._questions.clear()
        self._questions[number] = Prepared(questions_from_bytes(payload[COUNT.size :]))
        gc.freeze()

    def _start(self, payload: memoryview) -> None:
        errand = errand_from_bytes(payload)
        prepared = self._questions[errand.questions]
        # The child makes its folder itself, once it has its own uid: giving it away would need one more capability.
        folder = os.path.join(tempfile.gettempdir(), f"job-{secrets.token_hex(8)}")  # noqa: PTH118 - a text for the child
        pipes = [os.pipe() for _ in range(3)]
        writers = [writer for _, writer in pipes]
        if errand.fresh or not hasattr(os, "fork"):
            pid = _start_fresh(payload, prepared.questions, writers, folder)
        else:
            pid = os.fork()
            if pid == 0:
                self._be_child(payload, prepared, [reader for reader, _ in pipes], writers, folder)
        for _, writer in pipes:
            os.close(writer)
        for reader, _ in pipes:
            os.set_blocking(reader, False)
        kinds = (Report.CHILD, Report.STDOUT, Report.STDERR)
        readers = {reader: kind for (reader, _), kind in zip(pipes, kinds, strict=True)}
        self._child = Child(pid, errand.nonce, readers, folder, errand.uid)

    def _be_child(
        self, payload: memoryview, prepared: Prepared, readers: list[int], writers: list[int], folder: str
    ) -> None:
        try:
            for descriptor in (self._commands, self._reports, self._wakeups, self._wakeup_writer, *readers):
                os.close(descriptor)
            job = job_from_bytes(payload)
            child.run(job, prepared, evidence=writers[0], stdout=writers[1], stderr=writers[2], folder=folder)
        finally:
            os._exit(70)

    def _relay(self, descriptor: int, running: Child) -> bool:
        """Send on one read of a pipe; return whether there may be more."""
        try:
            count = os.readv(descriptor, [self._buffer[FRAME_HEADER.size :]])
        except BlockingIOError:
            return False
        self._behind = count == RELAY_BYTES
        if count:
            # Header and payload in one piece: every piece costs the host, and in a container the engine, a wake-up.
            FRAME_HEADER.pack_into(self._buffer, 0, FRAME_MAGIC, running.pipes[descriptor], count)
            _write_all(self._reports, self._buffer[: FRAME_HEADER.size + count])
            return True
        del running.pipes[descriptor]
        os.close(descriptor)
        return False

    def _reap(self) -> None:
        """Collect every ended process; when the child is among them, say so and clean up behind it."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if self._child is not None and pid == self._child.pid:
                self._finish(self._child, status)

    def _end_child(self) -> None:
        if self._child is None:
            return
        os.kill(self._child.pid, signal.SIGKILL)
        _, status = os.waitpid(self._child.pid, 0)
        self._finish(self._child, status)

    def _finish(self, ended: Child, status: int) -> None:
        self._child = None
        _kill_leftovers(ended.pid)
        for descriptor in list(ended.pipes):
            while self._relay(descriptor, ended):
                pass
        for descriptor in ended.pipes:
            os.close(descriptor)
        self._buffer[:] = bytes(len(self._buffer))
        facts = {
            "nonce": ended.nonce.hex(),
            "exit_code": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
            "clean": self._clean_up(ended),
        }
        self.say(Report.EXITED, json.dumps(facts).encode())
        self._served += 1
        if self._served == MANY_JOBS:
            _settle()

    def _clean_up(self, ended: Child) -> bool:
        """Remove every file that the child left; return whether nothing of it remains.

        The child may have left a mess that can't be removed, or closed the folders to us, whose uid it may have had.
        Then the host throws this sandbox away, which removes it all; nothing here may be our own end. The same goes for
        traces that only the kernel can remove.
        """
        try:
            if os.getpid() != 1:
                return _remove([ended.folder], None)
            left = _files_in_writable_folders() - self._own_files
            is_removed = _remove(sorted(left), ended.uid)
            is_quiet = not _ipc_objects_left() and _loopback_traffic() == self._own_traffic
            return is_removed and is_quiet and _sockets_collected()
        except OSError:
            return False


def _settle() -> None:
    """Tidy our memory for many forks to come: what would be too dear for a few."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    hugepages.collapse()


def _private_memory(size: int) -> mmap.mmap:
    """Return zeroed memory of its own, which a child gets a copy of. Python's default is to share it."""
    return mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANON)


def _write_all(descriptor: int, view: memoryview) -> None:
    while view:
        view = view[os.write(descriptor, view) :]


def _files_in_writable_folders() -> set[str]:
    """Return what lies at the top of the folders that everybody may write to. Only a container is ours to clean."""
    if os.getpid() != 1:
        return set()
    found: set[str] = set()
    for folder in _WRITABLE_FOLDERS:
        with contextlib.suppress(FileNotFoundError):
            found.update(entry.path for entry in os.scandir(folder))
    return found


def _ipc_objects_left() -> bool:
    """Return whether System V memory, semaphores or queues exist: they outlive processes, and we can't remove them."""
    return any(len(path.read_text().splitlines()) > 1 for path in Path("/proc/sysvipc").glob("*"))


def _sockets_collected() -> bool:
    """Return whether no Unix socket is left.

    Sockets that were sent to each other and never received outlive every process, and so do the memory, the files and
    the names that they hold. The kernel looks for such circles when some Unix socket is closed.
    """
    deadline = time.monotonic() + _COLLECT_SECONDS
    while _unix_sockets():
        if time.monotonic() > deadline:
            return False
        for end in socket.socketpair():
            end.close()
        time.sleep(0.005)
    return True


def _unix_sockets() -> int:
    try:
        return Path("/proc/net/unix").read_bytes().count(b"\n") - 1
    except FileNotFoundError:
        return 0


def _loopback_traffic() -> str:
    """Return what the kernel counted on the loopback. It lists a closed connection for a minute, ports and all.

    So after any traffic the next child would find a message, or its port taken.
    """
    try:
        lines = Path("/proc/net/dev").read_text().splitlines()
    except FileNotFoundError:
        return ""
    return next((line for line in lines if line.lstrip().startswith("lo:")), "")


def _start_fresh(payload: memoryview, questions: Questions, writers: list[int], folder: str) -> int:
    """Start a fresh interpreter as the child. It finds the job in a memory file, since its stdin is nobody's."""
    descriptor = os.memfd_create("job")
    head = pack_blobs(b"".join(map(COUNT.pack, writers)), [folder.encode(), questions.to_bytes(), b""])
    # The job is the last blob, and goes from where it lies: a copy of it would stay in our memory.
    for part in (head[: -COUNT.size], COUNT.pack(len(payload)), payload):
        _write_all(descriptor, memoryview(part))
    main = str(Path(__file__).with_name("__main__.py"))
    process = subprocess.Popen(
        [sys.executable, *(["-I"] if sys.flags.isolated else ["-P"]), "-X", "utf8", main, str(descriptor)],
        pass_fds=(descriptor, *writers),
        stdin=subprocess.DEVNULL,
    )
    os.close(descriptor)
    process.returncode = 0  # we reap it ourselves; Popen must not warn about a running child
    return process.pid


def _kill_leftovers(child_pid: int) -> None:
    """Kill whatever the child left behind. As process 1 of a container that is everyone; elsewhere, its descendants."""
    if os.getpid() == 1:
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
        # Every orphan is ours. When none is left to wait for, nothing of the child runs or can write any more; should
        # one hang in the kernel, the host's deadline ends the container.
        with contextlib.suppress(ChildProcessError):
            while True:
                os.waitpid(-1, 0)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child_pid, signal.SIGKILL)
        # We are a subreaper: orphans of the child are our children now, whatever session they moved to. Killing one
        # may hand us its own children, so look again until there are none; a bomb that outruns us is bounded here.
        for _ in range(1000):
            orphans = _children_of(os.getpid())
            if not orphans:
                break
            for pid in orphans:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _children_of(pid: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _remove(paths: list[str], uid: int | None) -> bool:
    """Remove folders and files, as ``uid`` where given: root without capabilities can't enter another's private folder.

    ``rm`` and not shutil: a tree 100,000 deep must not exhaust our stack.
    """
    left = [path for path in paths if not _remove_empty(path)]
    if not left:
        return True
    tool = shutil.which("rm")
    if tool is None:
        for path in left:
            shutil.rmtree(path, ignore_errors=True)
    else:
        identity: dict[str, Any] = {} if uid is None else {"user": uid, "group": uid, "extra_groups": []}
        subprocess.run([tool, "-rf", "--", *left], check=False, stderr=subprocess.DEVNULL, **identity)
    return not any(os.path.lexists(path) for path in left)


def _remove_empty(path: str) -> bool:
    try:
        os.rmdir(path)  # noqa: PTH106 - a text, as everything here
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _rehearse() -> None:
    """Answer made-up cases: what Python and torch set up at first use, every child then inherits instead of repeating.

    Only small, single-threaded operations without a graph: after anything else a fork would not be safe.
    """
    x, y = TensorValue("float32", (2, 3), bytes(24)), TensorValue("int64", (3, 2), bytes(48), layout="strided")
    case = encode({"x": x, "y": y, "n": 3, "items": [1.0, "text", None]})
    probe = Probe("rehearsal", lambda _solution, x, y, n, items: {"x": x.t(), "y": y + n, "items": items}, {}, "")
    cases = Prepared(Questions(checks_source="", checks=(), cases=(case,) * 2 * REHEARSALS))
    for index in range(0, 2 * REHEARSALS, 2):
        child.observe(probe, Solution({}), cases, index, 0, "cpu")
        child.observe(probe, Solution({}), cases, index + 1, 0, child.SIMULATED)


def warm_up() -> None:
    """Do once what every supervisor and every child would otherwise do for itself."""
    if sys.platform == "linux":
        # No process of the same uid may read our memory or descriptors. A fork keeps this.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    torch.set_num_threads(1)
    with contextlib.suppress(ImportError):
        importlib.import_module("numpy.random")  # torch brings numpy, which would load this in every child
    _rehearse()
    gc.freeze()  # objects of torch need no more scanning, and a forked child shares their pages
    gc.enable()


def wake_up_for_children() -> tuple[int, int]:
    """Return the ends of a pipe that becomes readable when a child has ended."""
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    return reader, writer


def serve() -> None:
    """Serve the host on stdin and stdout, which are taken away from everything else first, until it goes away."""
    commands, reports = os.dup(0), os.dup(1)
    child.open_own_stdin()
    os.dup2(2, 1)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the host, which ends us in its own order
    supervisor = Supervisor(commands, reports, wake_up_for_children())
    facts = {
        "worker": worker_digest(),
        "python": platform.python_version(),
        "torch": torch.__version__,
        "platform": sys.platform,
        "cuda": torch.version.cuda,
    }
    supervisor.say(Report.HELLO, json.dumps(facts).encode())
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        supervisor.serve()
    os._exit(0)


def main() -> None:
    """Be a supervisor that imported torch itself."""
    warm_up()
    serve()
