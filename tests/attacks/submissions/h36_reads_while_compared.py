# attack: returns one tensor whose memory a second process keeps changing
# expect: failed
import mmap, os, torch
shared = mmap.mmap(-1, 4096)
if os.fork() == 0:
    while True:
        for byte in range(256):
            shared[:64] = bytes([byte]) * 64


def double(x):
    return torch.frombuffer(shared, dtype=torch.float32, count=x.numel()).view(x.shape)
