# attack: answers with the largest values that the grammar takes: 10,000 texts, ints of 4,000 bits, tensors of no elements
# expect: failed
import gc, os, struct
from torchgrade.sandbox.encode import encode
channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))


def say(kind, index=0, payload=b"", length=None):
    header = struct.pack(">4s16sBII", b"TGC1", channel._nonce, kind, index, len(payload) if length is None else length)
    os.write(channel._descriptor, header + payload)


def double(x):
    count = struct.Struct(">I").pack
    empty = b"\x09" + bytes([8, 0, 0, 0, 16]) + struct.pack(">16Q", 0, 2**26, *[1] * 14)
    many = [
        b"\x06" + count(9998) + (b"\x05" + count(90) + b"\xe2\x80\xae" * 30) * 9998,
        b"\x06" + count(1900) + (b"\x03" + count(512) + b"\x40" + b"\xff" * 511) * 1900,
        b"\x06" + count(7000) + empty * 7000,
        b"\x08" + count(16) + b"".join(count(60000) + bytes([65 + n]) * 60000 + b"\x00" for n in range(16)),
        b"\x09" + bytes([0, 0, 0, 0, 16]) + struct.pack(">16Q", *[2] * 16) + b"\xff" * 65536,
        b"\x09" + bytes([9, 0, 1, 0, 1]) + struct.pack(">Q", 120000) + struct.pack(">d", 1e-310) * 120000,
        b"\x09" + bytes([11, 1, 1, 0, 1]) + struct.pack(">Q", 60000) + struct.pack(">2d", float("nan"), float("-inf")) * 60000,
    ]
    for index in range(12):
        say(4, index, many[index % len(many)] + encode({}))
    say(6)
    os._exit(0)
