import torch


def einsum_pack(d):
    return {
        "diag": torch.einsum("ii->i", d["A"]),  # the same letter twice walks along the diagonal
        "outer": torch.einsum("i,j->ij", d["u"], d["v"]),
        "bmm": torch.einsum("bnk,bkm->bnm", d["X"], d["Y"]),  # k is missing on the right: summed over
        "bilinear": torch.einsum("bp,opq,bq->bo", d["l"], d["W"], d["r"]),
        "cart": torch.cartesian_prod(d["u"], d["v"]),
    }
