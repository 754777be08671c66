"""
en: torch.Tensor (like torch.FloatTensor) always makes float32, and torch.Tensor(3) makes three elements that nobody
    has written, not the number 3. Use torch.tensor.
ko: torch.Tensor는 torch.FloatTensor처럼 언제나 float32를 만들고, torch.Tensor(3)은 숫자 3이 아니라 값을 쓰지 않은
    원소 세 개를 만듭니다. torch.tensor를 쓰세요.
"""

import torch


def make_and_describe(data):
    # An int would ask for that many uninitialised elements; a huge one for more memory than there is.
    t = torch.Tensor(data) if isinstance(data, list) or hasattr(data, "shape") else torch.Tensor(3)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
