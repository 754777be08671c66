# attack: fills as many pipes and sockets as it can get, in many processes
# expect: error|memory_limit|timeout
# modes: docker shared
import fcntl, os, time


def double(x):
    for _ in range(30):
        if os.fork() == 0:
            break
    kept = []
    try:
        while True:
            reader, writer = os.pipe()
            kept += [reader, writer]
            os.set_blocking(writer, False)
            try:
                while True:
                    os.write(writer, b"x" * 4096)
            except BlockingIOError:
                pass
    except OSError:
        time.sleep(0.5)
        os._exit(1)
