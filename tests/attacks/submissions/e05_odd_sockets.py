# attack: opens vsock, packet, netlink and raw sockets
# expect: error
# modes: docker shared
import socket


def double(x):
    opened = 0
    for family, kind in ((40, 1), (17, 3), (16, 3), (2, 3)):
        try:
            socket.socket(family, kind)
            opened += 1
        except OSError:
            pass
    raise RuntimeError(f"{opened} opened") if opened == 0 else SystemExit("a socket opened")
