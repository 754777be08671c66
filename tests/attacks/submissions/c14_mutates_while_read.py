# attack: a thread keeps changing the returned tensor
# expect: failed
import threading, torch
KEPT = torch.zeros(10000)


def scribble():
    while True:
        KEPT.add_(1)


threading.Thread(target=scribble, daemon=True).start()


def double(x):
    return KEPT
