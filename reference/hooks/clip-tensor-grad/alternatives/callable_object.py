import math


class Clipper:
    def __init__(self, limit):
        self.limit = limit
        self.norms = []

    def __call__(self, grad):
        squares = grad.double().pow(2).sum().item()
        self.norms.append(math.sqrt(squares))
        if self.norms[-1] <= self.limit:
            return None
        clipped = grad.clone()
        clipped *= self.limit / self.norms[-1]
        return clipped


def clip_tensor_grad(t, limit):
    clipper = Clipper(limit)
    return t.register_hook(clipper), clipper.norms
