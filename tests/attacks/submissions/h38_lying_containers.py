# attack: answers with a tuple, list or dict whose class says something else than it holds
# expect: error|failed
import torch


class Chameleon(list):
    """A list for whoever looks at its class, and whatever is wanted for whoever asks it."""

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __eq__(self, other):
        return True

    @property
    def __class__(self):
        return torch.Tensor


def double(x):
    return Chameleon([x * 2])
