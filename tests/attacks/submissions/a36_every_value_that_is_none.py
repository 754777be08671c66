# attack: answers with bytes that are nearly values: long ints, double keys, NaN texts, too deep, too many
# expect: violation
import gc, os, struct
from torchgrade.sandbox.encode import encode
channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))


def say(kind, index=0, payload=b"", length=None):
    header = struct.pack(">4s16sBII", b"TGC1", channel._nonce, kind, index, len(payload) if length is None else length)
    os.write(channel._descriptor, header + payload)


def double(x):
    count = struct.Struct(">I").pack
    bombs = [
        b"\x03" + count(2) + b"\x00\x01",  # an int that is not in its shortest form
        b"\x08" + count(2) + (count(1) + b"a\x00") * 2,  # a key twice
        b"\x06" + count(2**32 - 1),  # a list of four billion
        (b"\x06" + count(1)) * 5000 + b"\x00",
        b"\x09" + bytes([8, 0, 0, 0, 16]) + struct.pack(">16Q", *[2**63] * 16),
        b"\x09" + bytes([8, 0, 0, 0, 2]) + struct.pack(">2Q", 0, 2**63),
        b"\x05" + count(3) + b"\xed\xa0\x80",
        b"\x0a" + (count(1) + b"A") * 2 + count(2**31),
    ]
    for index in range(12):
        say(4, index, bombs[index % len(bombs)])
    say(6)
    os._exit(0)
