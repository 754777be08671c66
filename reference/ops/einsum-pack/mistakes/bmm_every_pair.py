"""
en: Two letters for the batch multiply every matrix of X with every matrix of Y. The same letter b makes them run
    together.
ko: 배치에 글자를 둘 쓰면 X의 모든 행렬과 Y의 모든 행렬을 곱합니다. 같은 글자 b를 써야 나란히 움직입니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("ank,bkm->abnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
