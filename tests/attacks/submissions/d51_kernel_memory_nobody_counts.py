# attack: takes memory of the kernel that no limit of the container counts: options and keys of sockets
# expect: error
# modes: docker shared
import socket, struct
taken = []
option = struct.pack("QII", 60000, 255, 0).ljust(60000, b"\0")
key = struct.pack("<HHI", socket.AF_INET, 0, 1).ljust(128, b"\0") + struct.pack("<BBHi", 0, 0, 4, 0) + b"abcd".ljust(80, b"\0")
for what, family, kind, level, name, value in (
    ("IPV6_2292PKTOPTIONS", socket.AF_INET6, socket.SOCK_DGRAM, 41, 6, option),
    ("TCP_MD5SIG", socket.AF_INET, socket.SOCK_STREAM, 6, 14, key),
):
    try:
        with socket.socket(family, kind) as holder:
            holder.setsockopt(level, name, value)
            taken.append(what)
    except OSError:
        pass
print("taken", taken)


def double(x):
    if taken:
        return x * 3
    raise RuntimeError("refused")
