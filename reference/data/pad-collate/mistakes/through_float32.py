"""
en: torch.full with float(pad) makes a float32 tensor, and the dtype is put right only at the end. On the way integers
    above 2**24 lose digits, and a float64 loses half of its own. Give torch.full the dtype of the sequences at once.
ko: float(pad)로 torch.full을 부르면 float32 텐서가 되는데, dtype을 맨 끝에서야 바로잡았습니다. 그사이에 2**24보다 큰
    정수는 자릿수를 잃고 float64도 정밀도를 절반 잃습니다. 처음부터 시퀀스의 dtype으로 만드세요.
"""

import torch


def pad_collate(batch, pad=0):
    sequences, labels = zip(*batch)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    x = torch.full((len(batch), max(lengths)), float(pad))
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    return x.to(sequences[0].dtype), torch.tensor(labels), lengths
