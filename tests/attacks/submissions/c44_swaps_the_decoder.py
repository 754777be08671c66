# attack: has its cases read again, by a decoder that it taught to read every tensor as zeros
# expect: failed
import sys
from dataclasses import replace

from torchgrade.sandbox import decode
from torchgrade.sandbox.wire import Tag

frame = sys._getframe()
while frame is not None and "prepared" not in frame.f_locals:
    frame = frame.f_back
frame.f_locals["prepared"]._ready.clear()
read = decode._READERS[Tag.TENSOR]


def read_zeros(decoder, depth):
    value = read(decoder, depth)
    return replace(value, data=bytes(len(value.data)))


decode._READERS[Tag.TENSOR] = read_zeros


def double(x):
    return x
