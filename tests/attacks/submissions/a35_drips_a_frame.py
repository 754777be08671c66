# attack: sends one byte of a frame now and then, so that something always arrives
# expect: timeout
import gc, os, struct
from torchgrade.sandbox.encode import encode
channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))


def say(kind, index=0, payload=b"", length=None):
    header = struct.pack(">4s16sBII", b"TGC1", channel._nonce, kind, index, len(payload) if length is None else length)
    os.write(channel._descriptor, header + payload)

import time


def double(x):
    job = next(o for o in gc.get_objects() if type(o).__name__ == "Job")
    frame = struct.pack(">4s16sBII", b"TGC1", channel._nonce, 4, job.start, 1000) + bytes(1000)
    for at in range(len(frame)):
        os.write(channel._descriptor, frame[at : at + 1])
        time.sleep(0.05)
    return x * 2
