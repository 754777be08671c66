# attack: writes a well-formed second reply with guessed values to every descriptor it finds
# expect: violation
import gc, os, struct


def double(x):
    channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))
    from torchgrade.sandbox.wire import ChildKind
    channel.say(ChildKind.REPLY, 0, b"\x00\x08\x00\x00\x00\x00")
    return x * 3
