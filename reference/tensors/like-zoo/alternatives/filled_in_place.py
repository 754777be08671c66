import torch


def like_zoo(x, seed):
    own = torch.Generator(device="cpu")
    own.manual_seed(seed)
    rand = torch.empty(x.shape, dtype=torch.float32).uniform_(0, 1, generator=own)
    return {
        "zeros": x.new_zeros(x.shape),
        "ones": torch.ones_like(x),
        "long": x.new_zeros(x.shape, dtype=torch.long),
        "rand": rand.to(x.device),
    }
