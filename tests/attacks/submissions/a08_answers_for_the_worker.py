# attack: answers all cases with guesses in the worker's name and leaves
# expect: failed
import gc, os


def double(x):
    from torchgrade.sandbox.encode import encode
    from torchgrade.sandbox.wire import ChildKind
    channel = next(o for o in gc.get_objects() if type(o).__name__ == "Channel" and hasattr(o, "say"))
    job = next(o for o in gc.get_objects() if type(o).__name__ == "Job")
    for index in range(job.start, len(job.cases)):
        channel.say(ChildKind.REPLY, index, encode(1.0) + encode({}))
    channel.say(ChildKind.DONE)
    os._exit(0)
