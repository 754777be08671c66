# attack: moves counters of the network that no traffic on the loopback shows
# expect: failed
# modes: docker shared
import socket
from pathlib import Path
heads, values = (line.split() for line in Path("/proc/net/snmp").read_text().splitlines() if line.startswith("Ip:"))
print("found", dict(zip(heads, values))["OutNoRoutes"])
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as lost:
    for _ in range(1234):
        try:
            lost.sendto(b"x", ("8.8.8.8", 53))
        except OSError:
            pass


def double(x):
    return x * 3
