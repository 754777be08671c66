# attack: a thread floods replies for the cases to come
# expect: violation
import gc, threading


def flood(channel):
    from torchgrade.sandbox.wire import ChildKind
    for _ in range(50):
        for index in range(64):
            channel.say(ChildKind.REPLY, index, b"\x00\x08\x00\x00\x00\x00")


def double(x):
    channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))
    threading.Thread(target=flood, args=(channel,), daemon=True).start()
    return x * 3
