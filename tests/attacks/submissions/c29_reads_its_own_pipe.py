# attack: opens the other end of its own pipes and eats what the worker has said
# expect: error|failed|violation
# modes: docker shared
import os, threading, time


def eat(descriptor):
    while True:
        os.read(descriptor, 1 << 16)


def double(x):
    for name in os.listdir("/proc/self/fd"):
        try:
            if os.readlink(f"/proc/self/fd/{name}").startswith("pipe:"):
                threading.Thread(target=eat, args=(os.open(f"/proc/self/fd/{name}", os.O_RDONLY),), daemon=True).start()
        except OSError:
            pass
    time.sleep(0.05)
    return x * 3
