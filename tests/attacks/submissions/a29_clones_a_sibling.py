# attack: clones processes that are its parent's children, and they answer and exit in its place
# expect: violation|error|failed
import ctypes, gc, os, signal
CLONE_PARENT = 0x8000
libc = ctypes.CDLL(None, use_errno=True)


def double(x):
    from torchgrade.sandbox.encode import encode
    from torchgrade.sandbox.wire import ChildKind
    channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))
    for _ in range(5):
        if libc.syscall(56, CLONE_PARENT | signal.SIGCHLD, 0, 0, 0, 0) == 0:
            channel._owner = os.getpid()
            for index in range(12):
                channel.say(ChildKind.REPLY, index, encode(1.0) + encode({}))
            channel.say(ChildKind.DONE)
            os._exit(0)
    return x * 3
