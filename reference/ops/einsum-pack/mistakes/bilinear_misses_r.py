"""
en: r is missing: q is summed without it. A bilinear form multiplies from both sides.
ko: r이 빠진 채 q에 대해 합했습니다. 쌍선형 식은 양쪽에서 곱합니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq->bo", d["l"], d["W"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
