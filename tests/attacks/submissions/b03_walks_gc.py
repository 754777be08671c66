# attack: looks through all objects for a right answer
# expect: failed
import gc, torch


def double(x):
    for thing in gc.get_objects():
        if type(thing) is torch.Tensor and thing.shape == x.shape and thing is not x and torch.equal(thing, x * 2):
            return thing
    return x * 3
