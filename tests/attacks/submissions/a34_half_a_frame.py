# attack: sends the head of a right answer and leaves with code 0
# expect: error
import gc, os, struct
from torchgrade.sandbox.encode import encode
channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))


def say(kind, index=0, payload=b"", length=None):
    header = struct.pack(">4s16sBII", b"TGC1", channel._nonce, kind, index, len(payload) if length is None else length)
    os.write(channel._descriptor, header + payload)


def double(x):
    os.write(channel._descriptor, struct.pack(">4s16sBII", b"TGC1", channel._nonce, 4, 0, 60)[:17])
    os._exit(0)
