# attack: spins in sixty-four threads (without a cgroup its stacks count as memory: the last may not start)
# expect: timeout|error
import threading


def spin():
    while True:
        pass


def double(x):
    for _ in range(40):
        threading.Thread(target=spin, daemon=True).start()
    spin()
