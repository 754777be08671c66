"""The nursery: imports torch once and forks a supervisor for each request of the host, before any student code.

An import of torch costs as much as hundreds of cases, and a run of ``grade`` needs a supervisor for the trusted oracle
and one for each slot. The nursery runs no job and reads none: a supervisor that it forks is as fresh as one that
imported torch itself. A request is one message on the socket that is our stdin, with four descriptors: the new
supervisor's stdin, stdout and stderr, and a socket that gets its pidfd, by which alone the host can end it. On that
first socket the host is told, once, that requests are served.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket

from torchgrade.sandbox.worker import supervisor

READY, FORKED = b"ready", b"forked"
DESCRIPTORS = 4


def main() -> None:
    """Serve requests until the host goes away; then end every supervisor that is left."""
    requests = socket.socket(fileno=0)
    supervisor.warm_up()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    wakeups = supervisor.wake_up_for_children()
    running: set[int] = set()
    with contextlib.suppress(ConnectionError):
        requests.send(READY)
    while True:
        ready, _, _ = select.select([requests.fileno(), wakeups[0]], [], [])
        if wakeups[0] in ready:
            os.read(wakeups[0], 4096)
            _reap(running)
        if requests.fileno() in ready:
            descriptors = _request(requests)
            if not descriptors:
                break
            running.add(_fork(requests, wakeups, descriptors))
    for pid in running:
        os.kill(pid, signal.SIGKILL)  # not reaped yet, so the number is still theirs
    for pid in running:
        os.waitpid(pid, 0)
    os._exit(0)


def _request(requests: socket.socket) -> list[int]:
    try:
        _, descriptors, _, _ = socket.recv_fds(requests, 64, DESCRIPTORS)
    except ConnectionError:
        return []
    return descriptors


def _fork(requests: socket.socket, wakeups: tuple[int, int], descriptors: list[int]) -> int:
    """Fork one supervisor onto its own stdin, stdout and stderr and send its pidfd; return its process id."""
    pid = os.fork()
    if pid == 0:
        try:
            signal.set_wakeup_fd(-1)
            os.setsid()
            requests.detach()  # its descriptor is our stdin, which gives way to the supervisor's own
            for number in range(3):
                os.dup2(descriptors[number], number)
            for descriptor in (*descriptors, *wakeups):
                os.close(descriptor)
            supervisor.serve()
        finally:
            os._exit(70)
    handle = os.pidfd_open(pid)
    with socket.socket(fileno=descriptors.pop()) as answer, contextlib.suppress(OSError):  # the host may have gone on
        socket.send_fds(answer, [FORKED], [handle])
    for descriptor in (handle, *descriptors):
        os.close(descriptor)
    return pid


def _reap(running: set[int]) -> None:
    """Collect those that ended: only so does the CPU time of a whole run add up for whoever waits for us."""
    for pid in list(running):
        if os.waitpid(pid, os.WNOHANG)[0]:
            running.discard(pid)
