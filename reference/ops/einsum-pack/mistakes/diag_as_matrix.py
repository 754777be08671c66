"""
en: The diagonal was put back into a matrix of zeros. The result is the vector of n elements.
ko: 대각선을 다시 0으로 채운 행렬에 넣었습니다. 결과는 원소가 n개인 벡터입니다.
"""

import torch


def einsum_pack(d):
    return {
        "diag": torch.diag_embed(torch.einsum("ii->i", d["A"])),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
