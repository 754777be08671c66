"""
en: b is missing on the right, so the products of the whole batch are added up. Each has to stay on its own.
ko: 오른쪽에 b가 없어 배치 전체의 곱이 더해졌습니다. 배치마다 따로 남아야 합니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->nm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
