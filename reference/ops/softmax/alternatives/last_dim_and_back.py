import torch


def softmax(x, dim):
    moved = x.transpose(dim, -1)
    largest, _ = moved.max(dim=-1)
    powers = torch.e ** (moved - largest.detach().unsqueeze(-1))
    total = torch.einsum("...n->...", powers)
    return torch.div(powers, total[..., None]).transpose(dim, -1)
