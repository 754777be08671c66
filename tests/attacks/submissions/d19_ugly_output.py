# attack: prints NULs, broken UTF-8, escapes, bidi controls and combining marks
# expect: failed
import os
os.write(1, b"\x00\xff\xfe\x1b]0;title\x07\x1b[31m" + "\u202e\u2066 evil \u0301".encode() + b"\xcc\x81" * 10000)

def double(x):
    return x * 3
