# attack: leaves inference mode on, and answers again from the block that the driver then runs the cases in
# expect: violation
import sys

import torch

kept = torch.inference_mode()
kept.__enter__()
leave = torch.inference_mode.__exit__


def answer_again(self, *error):
    leave(self, *error)
    frame = sys._getframe()
    while frame is not None:
        channel, index = frame.f_locals.get("channel"), frame.f_locals.get("index")
        if channel is not None and index is not None:
            for later in range(index, 100):
                channel.say(4, later, b"\x02\x08\x00\x00\x00\x00")
        frame = frame.f_back
    return True


torch.inference_mode.__exit__ = answer_again


def double(x):
    return x
