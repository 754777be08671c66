"""
en: The result is [D, B]. Each sample is a row: the batch comes first.
ko: 결과가 [D, B]입니다. 샘플 하나가 한 행이어야 하므로 배치가 먼저 와야 합니다.
"""


def to_batched_vector(x):
    return x.flatten(1).T
