import torch


def make_and_describe(data):
    t = torch.tensor(data)  # always copies, and infers the dtype; as_tensor would share a numpy array's memory
    return t, {
        "ndim": t.ndim,
        "shape": tuple(t.shape),
        "dtype": str(t.dtype).removeprefix("torch."),
        "device": t.device.type,
        "numel": t.numel(),
    }
