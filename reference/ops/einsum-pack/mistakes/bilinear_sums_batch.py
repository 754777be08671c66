"""
en: b is missing on the right, so the batch is summed away.
ko: 오른쪽에 b가 없어 배치가 합해져 사라졌습니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->o", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
