"""The lock of a GPU: one holder on the whole host, never stale, and clear about what is wrong with its folder."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from torchgrade.sandbox.gpu.lock import HostLock, LockUnusable, Note, lock_folder, this_holder

UUID = "GPU-00000001"


def lock(folder: Path) -> HostLock:
    return HostLock(folder, UUID)


def take(one: HostLock) -> Note | None:
    return one.take(holder="ada (process 1)", since="noon")


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    first, second = lock(tmp_path), lock(tmp_path)

    assert Note() == take(first)
    assert take(second) is None
    assert second.is_held()
    assert Note(holder="ada (process 1)", since="noon") == second.note()
    first.give_back(scrubbed_by="token")
    assert not second.is_held()
    assert Note(scrubbed_by="token") == take(second)


def test_gpus_have_locks_of_their_own(tmp_path: Path) -> None:
    take(lock(tmp_path))

    assert take(HostLock(tmp_path, "GPU-00000002")) is not None


def test_a_crashed_holder_frees_the_lock_and_leaves_nothing_to_trust(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from torchgrade.sandbox.gpu.lock import HostLock;"
        f"lock = HostLock(Path(sys.argv[1]), '{UUID}');"
        "print(lock.take(holder='bob (process 2)', since='one')); sys.stdout.flush(); time.sleep(60)"
    )
    first = lock(tmp_path)
    take(first)
    first.give_back(scrubbed_by="token")
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert "token" in other.stdout.readline()
        assert take(first) is None
        assert "bob (process 2)" == first.note().holder
        other.kill()
        other.wait()

        found = take(first)

    assert found is not None
    assert "" == found.scrubbed_by


def test_everybody_may_lock_whoever_came_first(tmp_path: Path) -> None:
    folder = tmp_path / "locks"
    before = os.umask(0o077)
    try:
        take(lock(folder))
    finally:
        os.umask(before)

    assert 0o1777 == stat.S_IMODE(folder.stat().st_mode)
    assert 0o666 == stat.S_IMODE((folder / f"{UUID}.lock").stat().st_mode)


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become two users")
def test_two_users_share_one_lock() -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as shared:
        Path(shared).chmod(0o755)
        folder = Path(shared) / "locks"
        first = lock(folder)
        take(first)
        first.give_back(scrubbed_by="token")

        def as_another_user(user: int) -> int:
            """Return the exit code of a process of ``user``: 1 where the lock is taken, 0 where it could be had."""
            pid = os.fork()
            if pid == 0:
                try:
                    os.setgid(user)
                    os.setuid(user)
                    os._exit(int(take(lock(folder)) is None))
                finally:
                    os._exit(9)
            return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

        assert 0 == as_another_user(65534)
        assert "" == first.note().scrubbed_by
        take(first)
        assert 1 == as_another_user(65534)


def test_a_quarantine_is_remembered_until_a_clean_end(tmp_path: Path) -> None:
    first = lock(tmp_path)
    take(first)
    first.give_back(quarantine="it hangs")

    assert "it hangs" == lock(tmp_path).note().quarantine
    take(first)
    assert "it hangs" == first.note().quarantine
    first.give_back(scrubbed_by="token")
    assert "" == first.note().quarantine


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"null", b'{"holder": 1, "odd": 2}', b"\xff" * 20_000])
def test_a_broken_note_says_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / f"{UUID}.lock").write_bytes(content)

    found = take(lock(tmp_path))

    assert found is not None
    assert "" == found.scrubbed_by


def test_a_folder_that_is_none_is_named_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "locks").write_text("")

    with pytest.raises(LockUnusable) as caught:
        take(lock(tmp_path / "locks"))

    said = str(caught.value)
    assert f"the lock of a GPU, {tmp_path / 'locks'}/{UUID}.lock, can't be used: Not a directory" in said
    assert f"install -d -m 1777 {tmp_path / 'locks'}" in said
    assert "TORCHGRADE_LOCK_DIR" in said


@pytest.mark.skipif(os.getuid() == 0, reason="nothing is unwritable for root")
def test_a_folder_that_can_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(LockUnusable, match="Permission denied"):
        take(lock(tmp_path))


@pytest.mark.parametrize("what", ["link", "folder", "pipe"])
def test_what_is_no_file_is_not_locked(tmp_path: Path, what: str) -> None:
    path = tmp_path / f"{UUID}.lock"
    if what == "link":
        (tmp_path / "elsewhere").write_text("mine")
        path.symlink_to(tmp_path / "elsewhere")
    elif what == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)

    with pytest.raises(LockUnusable):
        take(lock(tmp_path))

    assert what != "link" or "mine" == (tmp_path / "elsewhere").read_text()


def test_giving_back_twice_does_no_harm(tmp_path: Path) -> None:
    first, second = lock(tmp_path), lock(tmp_path)
    take(first)
    first.give_back()
    take(second)

    first.give_back(scrubbed_by="token")

    assert take(first) is None
    assert "" == second.note().scrubbed_by


def test_the_folder_is_the_same_for_all_users_unless_one_is_named() -> None:
    assert lock_folder({}) == lock_folder({"TMPDIR": "/home/ada/tmp"})
    assert Path("/locks") == lock_folder({"TORCHGRADE_LOCK_DIR": "/locks"})


def test_a_holder_is_a_person_and_a_process() -> None:
    assert this_holder().endswith(f"(process {os.getpid()})")
