import math

import torch


def make_and_describe(data):
    made = torch.as_tensor(data).clone()
    facts = {}
    facts["shape"] = made.size()
    facts["ndim"] = len(facts["shape"])
    facts["numel"] = math.prod(facts["shape"])
    facts["dtype"] = f"{made.dtype}".split(".")[-1]
    facts["device"] = "cuda" if made.is_cuda else "cpu"
    return made, facts
