import torch


def pick_column(A, j):
    """[H, W] -> [H]: column j of A; a negative j counts from the last column."""
    # index_select keeps the dim that it picks from. Which dim is that, and how do you drop just that one?
    raise NotImplementedError("pick_column is not written yet / 아직 작성하지 않았습니다")


def diag_2d(A):
    """[H, W] -> [min(H, W)]: the main diagonal of A."""
    # 1. How long is the diagonal?
    # 2. Row i needs column i: build that index.
    # 3. gather's result has the shape of the index. Drop the dim that is left over.
    raise NotImplementedError("diag_2d is not written yet / 아직 작성하지 않았습니다")
