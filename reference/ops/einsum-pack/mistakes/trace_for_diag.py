"""
en: "ii->" has no letter left, so the diagonal is summed: that is the trace. Keep the letter: "ii->i".
ko: "ii->"는 남는 글자가 없어 대각선을 모두 더한 trace가 됩니다. "ii->i"로 글자를 남기세요.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->", d["A"]),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
