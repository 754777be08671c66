"""
en: The lengths were counted as the elements that differ from pad. A sample may hold that value itself: take
    len(sequence).
ko: pad와 다른 원소를 세어 길이를 구했습니다. 샘플 안에도 그 값이 있을 수 있으니 len(sequence)를 쓰세요.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x, torch.tensor(labels), (x != pad).sum(1)
