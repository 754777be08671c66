"""
en: "i,j->ji" puts v along the rows. The order of the letters on the right is the order of the dims.
ko: "i,j->ji"는 v를 행에 놓습니다. 화살표 오른쪽 글자의 순서가 결과 차원의 순서입니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),
        "outer": torch.einsum("i,j->ji", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
