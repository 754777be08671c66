import torch


def view_or_copy(x: torch.Tensor, shape: tuple[int, ...]) -> tuple[torch.Tensor, bool]:
    """x in another shape, without a copy if possible, and whether it shares its memory with x."""
    # 1. Which method returns a view where it can and a copy where it must?
    # 2. How do you find out which of the two it was?
    raise NotImplementedError("view_or_copy is not written yet / 아직 작성하지 않았습니다")
