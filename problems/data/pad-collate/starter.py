import torch


def pad_collate(batch, pad=0):
    """[(sequence, label), ...] -> x [B, T], y [B], lengths [B]."""
    # 1. Take the samples apart: sequences and labels.
    # 2. How long is the longest sequence of this batch?
    # 3. A tensor full of pad, and each sequence written over the start of its row.
    raise NotImplementedError("pad_collate is not written yet / 아직 작성하지 않았습니다")
