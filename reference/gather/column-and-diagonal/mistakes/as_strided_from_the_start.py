"""
en: as_strided(..., 0) counts from the start of the memory, and a sliced A begins somewhere inside. as_strided trusts
    every number that it is given: index_select, gather and indexing know where A lies.
ko: as_strided(..., 0)은 메모리의 맨 앞에서부터 세는데, 슬라이싱한 A는 중간에서 시작합니다. as_strided는 어떤 수를
    주든 그대로 믿지만, index_select와 gather와 인덱싱은 A가 어디에 있는지 알고 있습니다.
"""


def pick_column(A, j):
    return A[:, j]


def diag_2d(A):
    return A.as_strided((min(A.shape),), (A.stride(0) + A.stride(1),), 0)
