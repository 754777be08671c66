import torch


def einsum_pack(d):
    A, u, v, X, Y, W, l, r = (d[name] for name in ("A", "u", "v", "X", "Y", "W", "l", "r"))  # noqa: E741
    steps = torch.arange(A.size(0), device=A.device)
    left = (l[:, None, :, None] * W).sum(2)
    return {
        "diag": A[steps, steps],
        "outer": u[:, None] * v,
        "bmm": (X[..., None] * Y[:, None]).sum(2),
        "bilinear": (left * r[:, None]).sum(-1),
        "cart": torch.stack([u.repeat_interleave(len(v)), v.repeat(len(u))], -1),
    }
