# attack: declares a shape that no memory can hold
# expect: violation
import gc, os, struct


def double(x):
    channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))
    job = next(o for o in gc.get_objects() if type(o).__name__ == "Job")
    from torchgrade.sandbox.wire import ChildKind
    channel.say(ChildKind.REPLY, job.start, b"\x09\x00\x00\x00\x00\x01" + struct.pack(">Q", 2**62) + b"\x08\x00\x00\x00\x00")
    os._exit(0)
