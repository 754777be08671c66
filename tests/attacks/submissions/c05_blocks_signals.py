# attack: blocks every signal and loops
# expect: timeout
import signal


def double(x):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0)
    while True:
        pass
