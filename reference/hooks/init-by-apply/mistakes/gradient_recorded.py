"""
en: fill_ on a leaf that requires grad is refused, because the change would have to be recorded. Do it under
    torch.no_grad(), or on .data.
ko: requires_grad가 켜진 leaf에 fill_을 바로 쓰면 오류가 납니다. 그 변화까지 기록해야 하기 때문입니다.
    torch.no_grad() 아래에서 하거나 .data에 하세요.
"""

from torch import nn


def init_linear(model, w, b):
    def init(module):
        if isinstance(module, nn.Linear):
            module.weight.fill_(w)
            if module.bias is not None:
                module.bias.fill_(b)

    return model.apply(init)
