# attack: takes locks and leases on files of the image, as a channel and against the next one
# expect: failed
# modes: docker shared
import fcntl, os, torch
for name in (torch.__file__, "/etc/passwd", "/opt/venv/bin/python"):
    descriptor = os.open(name, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    for step in (lambda: fcntl.lockf(descriptor, fcntl.LOCK_SH), lambda: fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)):
        try:
            step()
        except OSError:
            pass


def double(x):
    return x * 3
