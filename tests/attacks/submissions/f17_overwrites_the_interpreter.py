# attack: overwrites its own program and writes through leaked descriptors
# expect: failed
# modes: docker shared
import os
for name in ("/proc/self/exe", "/proc/1/exe", "/opt/venv/bin/python", "/bin/sh", "/etc/passwd", "/proc/1/root/etc/hosts"):
    try:
        with open(name, "r+b") as file:
            file.write(b"#!/bin/sh\n")
        raise SystemExit(name)
    except OSError:
        pass
for name in os.listdir("/proc/self/fd"):
    try:
        if os.path.isdir(f"/proc/self/fd/{name}/../../etc"):
            print(name)
    except OSError:
        pass


def double(x):
    return x * 3
