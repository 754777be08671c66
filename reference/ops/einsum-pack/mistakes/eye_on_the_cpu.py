"""
en: torch.eye makes the mask of the diagonal on the CPU. Where A lies on a GPU, the two can't be multiplied. Give it
    device=A.device, or let einsum('ii->i') read the diagonal without a mask.
ko: 대각선을 고르는 마스크를 torch.eye로 CPU에 만들었습니다. A가 GPU에 있으면 곱할 수 없습니다.
    device=A.device를 주거나, 마스크가 필요 없는 einsum('ii->i')를 쓰세요.
"""

import torch


def einsum_pack(d):
    eye = torch.eye(len(d["A"]), dtype=d["A"].dtype)
    return {
        "diag": (d["A"] * eye).sum(1),
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
