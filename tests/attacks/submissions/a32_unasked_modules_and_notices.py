# attack: sends modules that nobody asked for and notices whose words are a report of their own
# expect: failed
import gc, os, struct
from torchgrade.sandbox.encode import encode
channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))


def say(kind, index=0, payload=b"", length=None):
    header = struct.pack(">4s16sBII", b"TGC1", channel._nonce, kind, index, len(payload) if length is None else length)
    os.write(channel._descriptor, header + payload)


from torchgrade.problems.values import Raised
say(5, 0, encode(["torch.\x1b[2J", "::error::passed", 2**4000, None]))
for number in range(60):
    say(3, 0, encode(("<script>alert(1)</script>\n::error::x" + "A" * 60000, (-1) ** number * 2**4000, Raised("PASSED\r\n", "]]>\x00\x1b]0;x\x07" + "B" * 60000))))
say(3, 0, b"\xff" * 1000)


def double(x):
    return x * 3
