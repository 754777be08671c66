"""
en: lengths holds the padded width for every row. It has to say how long each sequence was before padding.
ko: lengths에 모두 채운 뒤의 너비가 들어 있습니다. 채우기 전 각 시퀀스의 길이여야 합니다.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x, torch.tensor(labels), torch.full_like(lengths, x.size(1))
