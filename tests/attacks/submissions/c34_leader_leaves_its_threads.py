# attack: its first thread ends alone, so that the process is a zombie that still runs
# expect: timeout
import ctypes, threading, time
threading.Thread(target=lambda: [time.sleep(0.1) for _ in range(10**6)]).start()


def double(x):
    ctypes.CDLL(None).syscall(60, 0)
