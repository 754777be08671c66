"""
en: The inputs were detached first, so no gradient reaches any of them.
ko: 입력을 먼저 detach해서 어느 입력에도 기울기가 전해지지 않습니다.
"""

import torch


def einsum_pack(d):
    d = {name: value.detach() for name, value in d.items()}
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
