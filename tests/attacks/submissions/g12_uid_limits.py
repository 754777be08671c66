# attack: uses up what is counted for each uid: signals, pipes, locked memory, watches
# expect: error|failed
# modes: docker shared
import fcntl, mmap, os, select, signal
kept = []
try:
    for _ in range(300):
        reader, writer = os.pipe()
        kept += [reader, writer]
        fcntl.fcntl(writer, 1031, 1 << 20)
except OSError:
    pass
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGRTMIN])
try:
    while True:
        os.kill(os.getpid(), signal.SIGRTMIN)
        if len(kept) > 20000:
            break
        kept.append(0)
except OSError:
    pass


def double(x):
    return x * 3
