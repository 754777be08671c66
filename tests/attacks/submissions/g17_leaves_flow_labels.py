# attack: leaves IPv6 flow labels, which outlive their socket without a packet sent, and looks for such a message
# expect: failed
# modes: docker shared
import socket, struct
from pathlib import Path
labels = Path("/proc/net/ip6_flowlabel")
print("found", labels.read_text().splitlines()[1:] if labels.exists() else [])
try:
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as holder:
        for number in range(8):
            request = b"secret message %d" % number + struct.pack(">I", number + 1) + struct.pack("BBHHHI", 0, 255, 1, 60, 100, 0)
            holder.setsockopt(socket.IPPROTO_IPV6, 32, request)
except OSError:
    pass


def double(x):
    return x * 3
