# attack: stops what its supervisor was forked from and kills its supervisor, so that the next one is waited for in vain
# expect: error|failed|violation
# modes: process
import os
import signal
from pathlib import Path


def double(x):
    supervisor = os.getppid()
    nursery = int(Path(f"/proc/{supervisor}/stat").read_text().rpartition(")")[2].split()[1])
    if b"nursery" in Path(f"/proc/{nursery}/cmdline").read_bytes():
        os.kill(nursery, signal.SIGSTOP)
    os.kill(supervisor, 9)
    return x * 3
