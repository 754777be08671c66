"""
en: The tail is cut off with [: -missing]. Where nothing is missing this is [: -0], which is empty, so the longest
    sample is lost.
ko: 꼬리를 [: -missing]으로 골랐습니다. 채울 것이 없으면 [: -0], 즉 빈 slice가 되어 가장 긴 샘플이 사라집니다.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        missing = len(row) - len(sequence)
        for i, value in zip(range(len(row))[:-missing], sequence):
            row[i] = value
    return x, torch.tensor(labels), lengths
