# attack: leaves a daemon behind that waits for the next submission
# expect: failed
# modes: docker shared
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.closerange(0, 64)
        while True:
            time.sleep(0.05)
            for pid in os.listdir("/proc"):
                if pid.isdigit() and int(pid) not in (1, os.getpid()):
                    try:
                        os.kill(int(pid), 9)
                    except OSError:
                        pass
    os._exit(0)

def double(x):
    return x * 3
