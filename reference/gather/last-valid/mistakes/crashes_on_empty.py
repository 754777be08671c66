"""
en: For a length of 0 the index is -1, and gather takes no negative numbers: one empty sequence stops the whole batch.
    Clamp the index, then blank the row.
ko: 길이가 0이면 index가 -1인데 gather는 음수를 받지 않습니다. 빈 시퀀스 하나 때문에 배치 전체가 멈춥니다. index를
    clamp한 다음 그 행을 0으로 채우세요.
"""


def last_valid(x, lengths):
    B, _, D = x.shape
    return x.gather(1, (lengths - 1).view(B, 1, 1).expand(B, 1, D)).squeeze(1)
