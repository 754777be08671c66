"""
en: The index has shape [B, 1, 1], so the result has, too: only the first feature was picked. gather does not
    broadcast; expand the index to [B, 1, D].
ko: index의 shape이 [B, 1, 1]이라 결과도 그렇게 되어 첫 번째 특징만 골랐습니다. gather는 broadcast하지 않으므로
    index를 [B, 1, D]로 expand하세요.
"""


def last_valid(x, lengths):
    B = x.size(0)
    step = (lengths - 1).clamp(min=0)
    last = x.gather(1, step.view(B, 1, 1)).squeeze(1)
    return last.masked_fill(lengths.view(B, 1) == 0, 0)
