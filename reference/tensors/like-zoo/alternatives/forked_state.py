import torch


def like_zoo(x, seed):
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        noise = torch.rand(x.size())
    return dict(
        zeros=torch.full_like(x, 0),
        ones=torch.full(x.size(), 1, dtype=x.dtype, device=x.device),
        long=torch.zeros_like(x, dtype=torch.int64),
        rand=noise.to(x.device),
    )
