import torch


def split_chunks(x: torch.Tensor, n: int, dim: int) -> list[torch.Tensor]:
    """x as exactly n views along dim whose sizes differ by at most 1."""
    # torch.chunk takes a count but may return fewer; torch.split takes a size. What else is there?
    raise NotImplementedError("split_chunks is not written yet / 아직 작성하지 않았습니다")


def restore(parts: list[torch.Tensor], dim: int) -> torch.Tensor:
    """The pieces joined along dim."""
    raise NotImplementedError("restore is not written yet / 아직 작성하지 않았습니다")
