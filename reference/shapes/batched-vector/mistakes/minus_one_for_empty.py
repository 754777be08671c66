"""
en: In view(0, -1) any size would do for -1, so PyTorch refuses. And view needs a contiguous tensor. flatten(1) has
    neither trouble.
ko: view(0, -1)에서는 -1에 어떤 크기든 들어맞아서 PyTorch가 거부합니다. flatten(1)에는 이런 문제가 없습니다.
"""


def to_batched_vector(x):
    return x.reshape(len(x), -1)
