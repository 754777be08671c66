"""
en: flatten() without a start joins the batch too: [B * D]. Start at dim 1.
ko: 시작 차원을 주지 않은 flatten()은 배치까지 합쳐 [B * D]를 만듭니다. 차원 1부터 합치세요.
"""


def to_batched_vector(x):
    return x.flatten()
