import numpy as np
import torch


def make_and_describe(data):
    array = np.array(data)
    if not isinstance(data, np.ndarray) and array.dtype == np.float64:
        array = array.astype(np.float32)
    t = torch.from_numpy(np.array(array))
    return t, dict(
        ndim=t.dim(),
        shape=tuple(t.size()),
        dtype=str(array.dtype),
        device=str(t.device).split(":")[0],
        numel=array.size,
    )
