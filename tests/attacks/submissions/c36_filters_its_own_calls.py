# attack: puts a seccomp filter on itself that makes leaving impossible
# expect: failed|error|timeout|violation
import ctypes, struct
libc = ctypes.CDLL(None, use_errno=True)


def double(x):
    # exit_group and exit return 0 without ending anything
    program = [(0x20, 0, 0, 0), (0x15, 1, 0, 231), (0x15, 0, 1, 60), (0x06, 0, 0, 0x00050000), (0x06, 0, 0, 0x7FFF0000)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *each) for each in program))
    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]
    given = Program(len(program), ctypes.addressof(code))
    libc.prctl(38, 1, 0, 0, 0)
    libc.prctl(22, 2, ctypes.byref(given), 0, 0)
    return x * 3
