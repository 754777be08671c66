import torch


def make_and_describe(data):
    """Return a tensor made from data, and a dict with its ndim, shape, dtype, device and numel."""
    # 1. Which function copies the data and infers the dtype: torch.Tensor, torch.tensor or torch.as_tensor?
    # 2. Ask the tensor for each fact, in the form that the statement's table gives.
    raise NotImplementedError("make_and_describe is not written yet / 아직 작성하지 않았습니다")
