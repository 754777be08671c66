import torch


def softmax(x, dim):
    slices = x.unbind(dim)
    top = slices[0]
    for part in slices[1:]:
        top = torch.maximum(top, part)
    powers = [torch.exp(part - top) for part in slices]
    total = sum(powers)
    return torch.stack([power / total for power in powers], dim)
