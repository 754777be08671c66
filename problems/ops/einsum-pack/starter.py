import torch


def einsum_pack(d):
    """{A, u, v, X, Y, W, l, r} -> {diag, outer, bmm, bilinear, cart}"""
    # For each result: which letters do the inputs have, and which of them are left in the result?
    # result = {"diag": torch.einsum("...->...", d["A"]), ...}
    raise NotImplementedError("einsum_pack is not written yet / 아직 작성하지 않았습니다")
