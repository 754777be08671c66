"""
en: The width is that of the shortest sample, so longer ones lose their end. Padding never throws data away: use the
    longest.
ko: 너비를 가장 짧은 샘플에 맞춰서 긴 샘플의 끝이 잘렸습니다. padding은 데이터를 버리지 않습니다. 가장 긴 길이를
    쓰세요.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), min(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[:] = sequence[: len(row)]
    return x, torch.tensor(labels), lengths
