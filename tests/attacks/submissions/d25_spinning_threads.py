# attack: spins in sixty-four threads
# expect: timeout
import threading


def spin():
    while True:
        pass


def double(x):
    for _ in range(40):
        threading.Thread(target=spin, daemon=True).start()
    spin()
