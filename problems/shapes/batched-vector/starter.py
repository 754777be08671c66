import torch


def to_batched_vector(x: torch.Tensor) -> torch.Tensor:
    """[B, 1, 1, D] or [B, D] -> [B, D]"""
    # Which dims have to go, and which have to stay even if their size is 1?
    raise NotImplementedError("to_batched_vector is not written yet / 아직 작성하지 않았습니다")
