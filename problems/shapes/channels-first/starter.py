import torch


def to_channels_first(x: torch.Tensor) -> torch.Tensor:
    """[..., H, W, C] -> [..., C, H, W], a view of x"""
    # Count the dims from the end: then it does not matter how many stand in front.
    raise NotImplementedError("to_channels_first is not written yet / 아직 작성하지 않았습니다")
