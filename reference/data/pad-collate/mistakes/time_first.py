"""
en: x is [T, B]: pad_sequence puts time first unless batch_first=True.
ko: x가 [T, B]입니다. pad_sequence는 batch_first=True를 주지 않으면 시간 차원을 앞에 둡니다.
"""

import torch
from torch.nn.utils.rnn import pad_sequence


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    return pad_sequence(list(sequences), padding_value=pad), torch.tensor(labels), lengths
