import torch


def like_zoo(x, seed):
    # A generator of its own: torch.manual_seed would change the random numbers of the whole program. It draws on the
    # CPU, so that the seed alone decides, also when x lies on a GPU.
    generator = torch.Generator().manual_seed(seed)
    return {
        "zeros": torch.zeros_like(x),
        "ones": x.new_ones(x.shape),
        "long": torch.zeros(x.shape, dtype=torch.long, device=x.device),
        "rand": torch.rand(x.shape, generator=generator).to(x.device),
    }
