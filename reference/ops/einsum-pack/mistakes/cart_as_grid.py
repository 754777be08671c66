"""
en: The pairs stand in a grid [i, j, 2]. The result is a list of pairs: [i * j, 2].
ko: 쌍이 [i, j, 2] 격자로 놓여 있습니다. 결과는 쌍의 목록인 [i * j, 2]입니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]).reshape(len(d["u"]), len(d["v"]), 2),
    }
