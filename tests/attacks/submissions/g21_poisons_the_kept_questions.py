# attack: overwrites the bytes of the questions that the supervisor keeps, below Python, for whoever is asked next
# expect: failed
import ctypes
import sys

HEADER = bytes.__basicsize__ - 1
frame = sys._getframe()
while "prepared" not in frame.f_locals:
    frame = frame.f_back
prepared = frame.f_locals["prepared"]
for plain, inputs in prepared._ready:
    for name, value in inputs.items():
        ctypes.memset(value.data_ptr(), 0, value.nbytes)
        ctypes.memset(id(plain[name].data) + HEADER, 0, len(plain[name].data))
for case in prepared.questions.cases:
    ctypes.memset(id(case) + HEADER, 0, len(case))


def double(x):
    return x
