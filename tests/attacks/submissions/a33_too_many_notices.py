# attack: sends notices without an end
# expect: violation
import gc, os, struct
from torchgrade.sandbox.encode import encode
channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))


def say(kind, index=0, payload=b"", length=None):
    header = struct.pack(">4s16sBII", b"TGC1", channel._nonce, kind, index, len(payload) if length is None else length)
    os.write(channel._descriptor, header + payload)


for _ in range(1000):
    say(3, 0, b"x" * 1000)


def double(x):
    return x * 3
