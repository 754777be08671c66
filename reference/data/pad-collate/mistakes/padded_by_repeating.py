"""
en: A row is filled by repeating its last value instead of pad.
ko: 남은 자리를 pad가 아니라 마지막 값을 반복해서 채웠습니다.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
        row[len(sequence) :] = sequence[-1] if len(sequence) else pad
    return x, torch.tensor(labels), lengths
