# attack: opens sockets whose protocols would load modules into the kernel
# expect: error
# modes: docker shared
import socket


def double(x):
    opened = []
    for family, kind, protocol in ((2, 1, 132), (2, 5, 132), (2, 6, 33), (2, 1, 262), (2, 3, 1), (2, 2, 115), (38, 5, 0), (1, 3, 0), (21, 5, 0), (29, 3, 1), (30, 5, 0), (31, 3, 1), (43, 1, 0), (44, 3, 0)):
        try:
            socket.socket(family, kind, protocol)
            opened.append((family, kind, protocol))
        except OSError:
            pass
    print(opened)
    raise RuntimeError("tried")
