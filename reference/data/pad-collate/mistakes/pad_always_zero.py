"""
en: x starts from zeros, so the argument pad is never used. It only looks right while pad is 0.
ko: x를 0으로 채우고 시작해서 인자 pad를 전혀 쓰지 않습니다. pad가 0일 때만 맞아 보일 뿐입니다.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_zeros((len(batch), max(lengths)))
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x, torch.tensor(labels), lengths
