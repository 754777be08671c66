"""
en: Writing through .data changes the values behind autograd's back: the row shows zeros, but its gradient still flows
    to step 0. Use masked_fill or torch.where, which autograd sees.
ko: .data로 쓰면 autograd가 모르게 값만 바뀝니다. 행은 0으로 보이지만 기울기는 여전히 0번 시점으로 흘러갑니다.
    autograd가 알 수 있는 masked_fill이나 torch.where를 쓰세요.
"""


def last_valid(x, lengths):
    B, _, D = x.shape
    step = (lengths - 1).clamp(min=0)
    last = x.gather(1, step.view(B, 1, 1).expand(B, 1, D)).squeeze(1)
    last.data[lengths == 0] = 0
    return last
