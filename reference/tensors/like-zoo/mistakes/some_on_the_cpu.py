"""
en: torch.zeros and torch.rand make tensors on the CPU. Where x lies on a GPU, two of the four would not be beside
    it: give device=x.device, or .to(x.device) for what a generator of the CPU has drawn.
ko: torch.zeros와 torch.rand는 텐서를 CPU에 만듭니다. x가 GPU에 있으면 넷 가운데 둘이 x와 다른 장치에 있게
    됩니다. device=x.device를 주고, CPU의 generator로 뽑은 것은 .to(x.device)로 옮기세요.
"""

import torch


def like_zoo(x, seed):
    generator = torch.Generator().manual_seed(seed)
    return {
        "zeros": torch.zeros_like(x),
        "ones": x.new_ones(x.shape),
        "long": torch.zeros(x.shape, dtype=torch.long),
        "rand": torch.rand(x.shape, generator=generator),
    }
