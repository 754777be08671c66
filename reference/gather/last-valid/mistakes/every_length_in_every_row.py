"""
en: x[:, i] takes all the steps i of every sequence: a tensor of shape [B, B, D]. To take step i[b] of sequence b,
    pair the two: x[torch.arange(B), i], or gather.
ko: x[:, i]는 모든 시퀀스에서 i의 시점을 전부 가져와 shape이 [B, B, D]가 됩니다. b번째 시퀀스에서 i[b]번 시점만
    고르려면 x[torch.arange(B), i]처럼 짝을 짓거나 gather를 쓰세요.
"""


def last_valid(x, lengths):
    return x[:, (lengths - 1).clamp(min=0)]
