# attack: answers all cases with guesses in the worker's name and leaves
# expect: failed
import os
import sys


def double(x):
    from torchgrade.sandbox.encode import encode
    from torchgrade.sandbox.wire import ChildKind
    frame = sys._getframe()
    while not {"channel", "prepared", "start"} <= frame.f_locals.keys():
        frame = frame.f_back
    channel, start = frame.f_locals["channel"], frame.f_locals["start"]
    for index in range(start, len(frame.f_locals["prepared"].questions.cases)):
        channel.say(ChildKind.REPLY, index, encode(1.0) + encode({}))
    channel.say(ChildKind.DONE)
    os._exit(0)
