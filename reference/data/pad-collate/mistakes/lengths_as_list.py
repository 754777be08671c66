"""
en: lengths is a Python list. Make it an int64 tensor [B], like y.
ko: lengths가 파이썬 list입니다. y처럼 int64 tensor [B]로 만드세요.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x, torch.tensor(labels), lengths.tolist()
