"""
en: torch.full makes the new values on the CPU, and .data = puts them in the place of the old ones. A model on a GPU
    then has its Linear layers on the CPU and can't be run. fill_ writes into the memory that is there.
ko: 새 값을 torch.full로 CPU에 만들어 .data =로 바꿔 넣었습니다. 모델이 GPU에 있으면 Linear만 CPU에 남아
    실행할 수 없습니다. fill_은 원래 있던 메모리에 값을 씁니다.
"""

import torch
from torch import nn


def init_linear(model, w, b):
    def init(module):
        if isinstance(module, nn.Linear):
            module.weight.data = torch.full(module.weight.shape, w, dtype=module.weight.dtype)
            if module.bias is not None:
                module.bias.data = torch.full(module.bias.shape, b, dtype=module.bias.dtype)

    return model.apply(init)
