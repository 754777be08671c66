import torch


def get_diag_element_3D(A):
    """[C, H, W] -> [C, min(H, W)]: the main diagonal of every matrix."""
    # 1. How long is a diagonal?
    # 2. Build the index: which column does row i of each matrix need?
    # 3. torch.gather, then drop exactly the dim that gather leaves behind.
    raise NotImplementedError("get_diag_element_3D is not written yet / 아직 작성하지 않았습니다")
