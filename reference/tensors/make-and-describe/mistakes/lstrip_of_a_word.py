"""
en: lstrip("torch.") takes away all leading letters t, o, r, c, h and dots, not the word: complex64 becomes "mplex64".
    removeprefix("torch.") takes away the word, or split at the dot.
ko: lstrip("torch.")는 단어가 아니라 앞에 있는 글자 t, o, r, c, h와 점을 모두 지웁니다. 그래서 complex64가 "mplex64"가
    됩니다. removeprefix("torch.")를 쓰거나 점에서 나누세요.
"""

import torch


def make_and_describe(data):
    t = torch.tensor(data)
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).lstrip("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
