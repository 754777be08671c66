"""
en: A batch dim was added again after squeeze(), which turns a whole batch into one sample: [1, B, D].
ko: squeeze() 다음에 배치 차원을 다시 넣어서, 배치 전체가 샘플 하나인 [1, B, D]가 됩니다.
"""


def to_batched_vector(x):
    return x.squeeze().unsqueeze(0)
