# attack: writes kernel settings and its own cgroup
# expect: failed|error
# modes: docker shared
import os
for name in ("/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
    try:
        with open(name, "w") as file:
            file.write("1")
        raise SystemExit(f"{name} could be written")
    except OSError:
        pass

def double(x):
    return x * 3
