import torch
import torch.nn.functional as F


def einsum_pack(d):
    u, v = torch.meshgrid(d["u"], d["v"], indexing="ij")
    return dict(
        diag=torch.diagonal(d["A"]),
        outer=torch.outer(d["u"], d["v"]),
        bmm=d["X"] @ d["Y"],
        bilinear=F.bilinear(d["l"], d["r"], d["W"]),
        cart=torch.stack((u.reshape(-1), v.reshape(-1)), dim=1),
    )
