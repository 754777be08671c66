# attack: leaves closed folders with contents, odd names, queues and devices' times
# expect: failed
# modes: docker shared
import os
from pathlib import Path
print("found", [str(path) for folder in ("/tmp", "/box", "/dev/shm", "/dev/mqueue") for path in Path(folder).iterdir() if path.name != Path.cwd().name])
for folder in ("/tmp", "/dev/shm", "/box"):
    for name in ("--no-preserve-root", "-rf", "a\nb", "\udcff\udcfe", "*", "~", "x" * 255):
        try:
            os.makedirs(f"{folder}/{name}/inner/most")
            open(f"{folder}/{name}/inner/file", "w").close()
            os.chmod(f"{folder}/{name}/inner", 0)
            os.chmod(f"{folder}/{name}", 0)
        except OSError:
            pass
try:
    os.close(os.open("/dev/mqueue/left", os.O_CREAT | os.O_RDWR))
except OSError:
    pass
for device in ("/dev/null", "/dev/zero", "/dev/random", "/dev/tty"):
    try:
        os.utime(device)
    except OSError:
        pass


def double(x):
    return x * 3
