"""
en: row[-len(sequence):] breaks for an empty sequence: -0 is 0, and row[0:] is the whole row. (It pads on the left,
    too.)
ko: row[-len(sequence):]는 빈 시퀀스에서 깨집니다. -0은 0이므로 row[0:]은 행 전체가 됩니다. (게다가 왼쪽을 채웁니다.)
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[-len(sequence) :] = sequence
    return x, torch.tensor(labels), lengths
