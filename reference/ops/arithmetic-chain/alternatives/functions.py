import torch


def calc(a, b, c, d, e):
    total = torch.add(a, b)
    product = torch.mul(total, c)
    quotient = torch.true_divide(d, e)
    return torch.sub(product, quotient)
