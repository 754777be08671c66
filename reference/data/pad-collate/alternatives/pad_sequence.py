import torch
from torch.nn.utils.rnn import pad_sequence


def pad_collate(batch, pad=0):
    sequences = [sequence for sequence, _ in batch]
    x = pad_sequence(sequences, batch_first=True, padding_value=pad)
    y = torch.as_tensor([label for _, label in batch], dtype=torch.long)
    return x, y, torch.as_tensor([s.numel() for s in sequences], dtype=torch.long)
