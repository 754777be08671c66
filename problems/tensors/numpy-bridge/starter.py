import torch


def to_numpy(t, copy=False):
    """Return t as a numpy array that shares its memory, or as one of its own with copy=True."""
    # What must happen to a tensor that requires a gradient, or lies on a GPU, before .numpy() takes it?
    raise NotImplementedError("to_numpy is not written yet / 아직 작성하지 않았습니다")


def from_np(a, share=True):
    """Return the array as a tensor that shares its memory, or as one of its own with share=False."""
    # Which function shares, which one copies? And what about an array with a negative stride?
    raise NotImplementedError("from_np is not written yet / 아직 작성하지 않았습니다")
