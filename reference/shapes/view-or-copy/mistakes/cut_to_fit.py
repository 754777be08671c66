"""
en: A shape that does not fit was made to fit by repeating or dropping elements. It is a mistake of the caller and has
    to raise an error.
ko: 맞지 않는 shape을 원소를 반복하거나 버려서 맞추었습니다. 호출한 쪽의 실수이므로 오류가 나야 합니다.
"""

import numpy as np
import torch


def view_or_copy(x, shape):
    try:
        y = x.reshape(shape)
    except RuntimeError:
        shape = [1 if n == -1 else n for n in shape]
        y = torch.from_numpy(np.resize(x.numpy(), shape))
    return y, y.data_ptr() == x.data_ptr()
