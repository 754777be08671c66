"""
en: batch.sort() sorts in place: not only has the order changed, the caller's own list has changed, too.
ko: batch.sort()는 제자리 정렬입니다. 순서가 바뀌었을 뿐 아니라 호출한 쪽의 list까지 바뀌었습니다.
"""

import torch


def pad_collate(batch, pad=0):
    batch.sort(key=lambda sample: len(sample[0]))
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    # new_full keeps the dtype of the samples; the longest of this batch decides the width.
    x = sequences[0].new_full((len(batch), max(lengths)), pad)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x, torch.tensor(labels), lengths
