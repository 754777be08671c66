"""
en: Every 0 was replaced with pad at the end, also the zeros that belong to the samples.
ko: 마지막에 0을 모두 pad로 바꾸어서 샘플에 원래 있던 0까지 바뀌었습니다.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_zeros((len(batch), max(lengths)))
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    x[x == 0] = pad
    return x, torch.tensor(labels), lengths
