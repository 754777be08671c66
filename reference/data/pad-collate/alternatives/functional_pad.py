import torch
import torch.nn.functional as F


def pad_collate(batch, pad=0):
    lengths = torch.tensor([s.shape[0] for s, _ in batch], dtype=torch.int64)
    width = int(lengths.max())
    x = torch.stack([F.pad(s, (0, width - s.shape[0]), value=pad) for s, _ in batch])
    return x, torch.tensor([label for _, label in batch], dtype=torch.int64), lengths
