"""
en: torch.manual_seed changes the random state of the whole program: whatever is drawn next, dropout included,
    depends on this call. Use a torch.Generator.
ko: torch.manual_seed는 프로그램 전체의 난수 상태를 바꿉니다. dropout을 비롯해 다음에 뽑는 모든 값이 달라집니다.
    torch.Generator를 쓰세요.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    torch.manual_seed(seed * 1_000_003 + epoch)
    order = torch.randperm(n).tolist()
    share = n // world if drop_last else -(-n // world)
    while len(order) < share * world:
        order += order
    return order[: share * world][rank::world]
