# attack: answers everything, says DONE, and then corrects itself
# expect: violation
import gc, os, struct
from torchgrade.sandbox.encode import encode
channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))


def say(kind, index=0, payload=b"", length=None):
    header = struct.pack(">4s16sBII", b"TGC1", channel._nonce, kind, index, len(payload) if length is None else length)
    os.write(channel._descriptor, header + payload)


def double(x):
    for index in range(12):
        say(4, index, encode(1.0) + encode({}))
    say(6)
    say(4, 0, encode(2.0) + encode({}))
    os._exit(0)
