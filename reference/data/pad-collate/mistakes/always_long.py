"""
en: x is always int64, so float samples lose their dtype. Take it from the samples: sequence.new_full, or
    dtype=sequence.dtype.
ko: x가 언제나 int64라서 실수 샘플의 dtype이 사라집니다. sequence.new_full이나 dtype=sequence.dtype으로 샘플에서
    가져오세요.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = torch.full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x, torch.tensor(labels), lengths
