# attack: threads that should keep the process alive and go on writing to every descriptor
# expect: failed
import threading, time


def double(x):
    threading.Thread(target=time.sleep, args=(1000,)).start()
    return x * 3
