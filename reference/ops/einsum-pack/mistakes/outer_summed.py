"""
en: j is missing on the right, so the products are summed over v. The outer product keeps both letters.
ko: 오른쪽에 j가 없어 v에 대해 합해졌습니다. 외적은 두 글자를 모두 남깁니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->i", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
