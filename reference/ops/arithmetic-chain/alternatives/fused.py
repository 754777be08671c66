import torch


def calc(a, b, c, d, e):
    minus_quotient = torch.neg(d) / e
    return torch.addcmul(minus_quotient, (a + b).to(minus_quotient.dtype), c.to(minus_quotient.dtype))
