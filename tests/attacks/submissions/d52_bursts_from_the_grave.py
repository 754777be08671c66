# attack: fills its pipes to the brim with megabytes of unread output and dies
# expect: failed|error|output_limit
import fcntl, os
for descriptor in (1, 2):
    fcntl.fcntl(descriptor, 1031, 1 << 20)
    fcntl.fcntl(descriptor, fcntl.F_SETFL, os.O_WRONLY | os.O_NONBLOCK)


def double(x):
    for _ in range(100):
        for descriptor in (1, 2):
            try:
                os.write(descriptor, b"TGF1" * 16384)
            except OSError:
                pass
    os.kill(os.getpid(), 9)
