# attack: leaves closed connections, whose ports the next one can read in /proc/net/tcp, and looks for such a message
# expect: failed
# modes: docker shared
import socket
from pathlib import Path
lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
traffic = [line.split()[1] for line in Path("/proc/net/dev").read_text().splitlines() if line.lstrip().startswith("lo:")]
print("found", len(lines), *traffic)
with socket.create_server(("127.0.0.1", 0)) as server:
    for _ in range(50):
        client = socket.create_connection(server.getsockname())
        there, _ = server.accept()
        client.close()
        there.close()


def double(x):
    return x * 3
