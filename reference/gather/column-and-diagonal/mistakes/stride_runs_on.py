"""
en: Every (W + 1)-th element is right, but the diagonal ends after min(H, W) elements. In a matrix with more rows than
    columns your steps go on below the square part.
ko: W + 1칸씩 건너뛰는 것은 맞지만 대각선은 min(H, W)개에서 끝납니다. 행이 열보다 많으면 정사각형 아래쪽까지 계속 골라
    버립니다.
"""


def pick_column(A, j):
    return A[:, j]


def diag_2d(A):
    return A.reshape(-1)[:: A.size(1) + 1]
