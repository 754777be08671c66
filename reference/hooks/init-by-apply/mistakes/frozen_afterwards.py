"""
en: requires_grad was switched off for the filling and never switched on again, so the layers don't learn any more.
    torch.no_grad() does the same without a trace.
ko: 값을 채우려고 requires_grad를 끄고 다시 켜지 않아서 층이 더 이상 학습되지 않습니다. torch.no_grad()를 쓰면 흔적이
    남지 않습니다.
"""

from torch import nn


def init_linear(model, w, b):
    def init(module):
        if isinstance(module, nn.Linear):
            module.weight.requires_grad_(False).fill_(w)
            if module.bias is not None:
                module.bias.requires_grad_(False).fill_(b)

    return model.apply(init)
