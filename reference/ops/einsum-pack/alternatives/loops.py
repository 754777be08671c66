import torch


def einsum_pack(d):
    pairs = [torch.stack((x, y)) for x in d["u"] for y in d["v"]]
    rows = [torch.stack([left @ w @ right for w in d["W"]]) for left, right in zip(d["l"], d["r"], strict=True)]
    return {
        "cart": torch.stack(pairs),
        "bilinear": torch.stack(rows),
        "bmm": torch.stack([x.mm(y) for x, y in zip(d["X"], d["Y"], strict=True)]),
        "outer": torch.stack([x * d["v"] for x in d["u"]]),
        "diag": torch.stack([d["A"][i, i] for i in range(len(d["A"]))]),
    }
