"""
en: Python numbers have neither dtype nor gradient: float64 becomes float32, and nothing flows back to u and v.
ko: 파이썬 숫자에는 dtype도 기울기도 없습니다. float64는 float32가 되고 u와 v로는 기울기가 흘러가지 않습니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.tensor([(x, y) for x in d["u"].tolist() for y in d["v"].tolist()], device=d["u"].device),
    }
