"""
en: u changes first here. In nested loops over u and then v, the inner one, v, changes first.
ko: u가 먼저 변합니다. u 안에서 v를 도는 중첩 반복문에서는 안쪽의 v가 먼저 변합니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["v"], d["u"]).flip(1),
    }
