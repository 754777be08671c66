"""One lock per GPU for the whole host: two graders never share a GPU, whoever runs them.

Theory of operation. The lock is ``flock`` on a file of the GPU's name in a folder that all users of the machine share.
The kernel gives it back when the holder dies, however it dies, so no lock is ever stale; the files stay, since removing
one would let two holders lock two files of one name. What the file holds is a note, for people and for the next holder:
who has it, who scrubbed it last, and why it was quarantined.
"""

from __future__ import annotations

import contextlib
import fcntl
import getpass
import json
import os
import stat
from dataclasses import asdict, dataclass
from pathlib import Path

from torchgrade.sandbox.protocol import SandboxFailed

VARIABLE = "TORCHGRADE_LOCK_DIR"
_MOST_BYTES = 16 * 1024


class LockUnusable(SandboxFailed):
    """The lock's folder or file can't be used; the message says which and how to mend it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a lock file says. Advice only: the lock itself is the kernel's."""

    holder: str = ""
    since: str = ""
    scrubbed_by: str = ""  # the token of who scrubbed the GPU and gave it back; empty while it is held
    quarantine: str = ""  # why the last holder closed the GPU


def lock_folder(environment: dict[str, str]) -> Path:
    """Return the folder of this machine's GPU locks: the same for all of its users, so never one that TMPDIR names."""
    chosen = environment.get(VARIABLE)
    if chosen:
        return Path(chosen)
    shared = Path("/run/lock")
    everybody_writes = shared.is_dir() and shared.stat().st_mode & stat.S_IWOTH
    return (shared if everybody_writes else Path("/tmp")) / "torchgrade-gpu"


def this_holder() -> str:
    """Return how others are told who we are."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # a uid without a name
        user = f"user {os.getuid()}"
    return f"{user} (process {os.getpid()})"


class HostLock:
    """The lock of one GPU. Not for two threads at once."""

    def __init__(self, folder: Path, uuid: str) -> None:
        self._path = folder / f"{uuid}.lock"
        self._descriptor: int | None = None

    def take(self, *, holder: str, since: str) -> Note | None:
        """Take the lock and return the note that was there; None where somebody else holds it. Raises LockUnusable."""
        assert self._descriptor is None, "it is ours already"
        descriptor = self._open()
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except OSError as error:
            os.close(descriptor)
            raise self._unusable(error) from error
        self._descriptor = descriptor
        found = _read(descriptor)
        # Until it is given back in order, nobody has scrubbed it: not if we crash, either.
        self._write(Note(holder=holder, since=since, quarantine=found.quarantine))
        return found

    def note(self) -> Note:
        """Return what the file says, without the lock; an empty note where there is none."""
        try:
            descriptor = os.open(self._path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
        except OSError:
            return Note()
        try:
            return _read(descriptor)
        finally:
            os.close(descriptor)

    def is_held(self) -> bool:
        """Return whether anybody holds the lock now."""
        if self._descriptor is not None:
            return True
        try:
            descriptor = os.open(self._path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
        except OSError:
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
        else:
            return False
        finally:
            os.close(descriptor)

    def give_back(self, *, scrubbed_by: str = "", quarantine: str = "") -> None:
        """Leave a note for the next holder and let go; twice does no harm."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        try:
            with contextlib.suppress(OSError):  # a full disk: an empty note makes the next holder scrub
                _rewrite(descriptor, Note(scrubbed_by=scrubbed_by, quarantine=quarantine))
        finally:
            os.close(descriptor)

    def _write(self, note: Note) -> None:
        assert self._descriptor is not None
        try:
            _rewrite(self._descriptor, note)
        except OSError as error:
            descriptor, self._descriptor = self._descriptor, None
            os.close(descriptor)
            raise self._unusable(error) from error

    def _open(self) -> int:
        try:
            self._make_folder()
            return self._open_file()
        except OSError as error:
            raise self._unusable(error) from error

    def _make_folder(self) -> None:
        folder = self._path.parent
        if not folder.is_dir():
            with contextlib.suppress(FileExistsError):
                folder.mkdir(parents=True)
                folder.chmod(0o1777)  # the umask took the others' rights away

    def _open_file(self) -> int:
        flags = os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
        for _ in range(2):
            # Without O_CREAT first: in a folder with the sticky bit the kernel refuses it for another user's file.
            try:
                descriptor = os.open(self._path, flags)
            except FileNotFoundError:
                try:
                    descriptor = os.open(self._path, flags | os.O_CREAT | os.O_EXCL, 0o666)
                except FileExistsError:
                    continue  # another grader was quicker
                os.fchmod(descriptor, 0o666)
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                os.close(descriptor)
                raise OSError("it is no file")
            return descriptor
        raise OSError("it comes and goes")

    def _unusable(self, error: OSError) -> LockUnusable:
        folder = self._path.parent
        why = error.strerror or str(error)
        return LockUnusable(
            f"the lock of a GPU, {self._path}, can't be used: {why}. Make its folder writable for everybody who grades "
            f"here (install -d -m 1777 {folder}), or name another one in {VARIABLE}, the same for all of them"
        )


def _read(descriptor: int) -> Note:
    try:
        fields = json.loads(os.pread(descriptor, _MOST_BYTES, 0))
        return Note(**{name: str(fields[name])[:1000] for name in Note.__dataclass_fields__ if name in fields})
    except (OSError, ValueError, TypeError):
        return Note()  # new, or cut short by a crash


def _rewrite(descriptor: int, note: Note) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(asdict(note)).encode(), 0)
