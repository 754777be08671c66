"""
en: The padding is on the left. The sample has to stand at the start of the row: row[:len(sequence)].
ko: 왼쪽을 채웠습니다. 샘플은 행의 앞쪽 row[:len(sequence)]에 있어야 합니다.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[len(row) - len(sequence) :] = sequence
    return x, torch.tensor(labels), lengths
