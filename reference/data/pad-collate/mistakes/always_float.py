"""
en: torch.zeros(...) and torch.full(..., float(pad)) make float32, so token numbers come out as floats, and an
    Embedding refuses them. Keep the dtype of the samples.
ko: torch.zeros(...)나 torch.full(..., float(pad))는 float32를 만듭니다. 그래서 토큰 번호가 실수가 되고 Embedding이
    거부합니다. 샘플의 dtype을 지키세요.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = torch.full((len(batch), max(lengths)), float(pad))
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x, torch.tensor(labels), lengths
