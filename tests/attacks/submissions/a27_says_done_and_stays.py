# attack: answers all cases with guesses in the worker's name, says DONE and never leaves
# expect: failed
import gc, time


def double(x):
    from torchgrade.sandbox.encode import encode
    from torchgrade.sandbox.wire import ChildKind
    channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))
    for index in range(12):
        channel.say(ChildKind.REPLY, index, encode(7) + encode({}))
    channel.say(ChildKind.DONE)
    while True:
        time.sleep(1)
