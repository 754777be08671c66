# attack: says that its import failed, then that it did not, and answers
# expect: violation
import gc, os, struct
from torchgrade.sandbox.encode import encode
channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))


def say(kind, index=0, payload=b"", length=None):
    header = struct.pack(">4s16sBII", b"TGC1", channel._nonce, kind, index, len(payload) if length is None else length)
    os.write(channel._descriptor, header + payload)


say(2, 0, encode("no"))
say(1)
for number in range(12):
    say(4, number, encode(1.0) + encode({}))
say(6)
os._exit(0)
