"""
en: squeeze() without a dim drops every dim of size 1, not only the one that was added for a vector.
ko: 차원을 지정하지 않은 squeeze()는 벡터 때문에 넣은 차원뿐 아니라 크기가 1인 차원을 모두 없앱니다.
"""

import torch


def product(a, b):
    return torch.matmul(a, b).squeeze()
