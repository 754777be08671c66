# attack: crashes the interpreter
# expect: error
import ctypes


def double(x):
    ctypes.string_at(0)
