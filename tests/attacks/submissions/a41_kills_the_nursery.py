# attack: kills what its supervisor was forked from, then its supervisor, so that nobody is left to make another
# expect: error|failed|violation
# modes: process
import os
from pathlib import Path


def double(x):
    supervisor = os.getppid()
    nursery = int(Path(f"/proc/{supervisor}/stat").read_text().rpartition(")")[2].split()[1])
    if b"nursery" in Path(f"/proc/{nursery}/cmdline").read_bytes():
        os.kill(nursery, 9)
    os.kill(supervisor, 9)
    return x * 3
