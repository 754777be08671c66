"""
en: The seed is the hash of a string. Python salts it anew in every process, so each rank shuffles in its own way and
    the shares don't fit together. Calculate the seed from the numbers.
ko: 문자열의 hash를 시드로 썼습니다. 파이썬은 이 값을 프로세스마다 다르게 만들므로 rank마다 다르게 섞여 몫이 서로
    맞지 않습니다. 숫자로 시드를 계산하세요.
"""

import torch


def shard_indices(n, world, rank, epoch=0, seed=0, drop_last=False):
    generator = torch.Generator().manual_seed(hash(f"{seed}-{epoch}") % 2**63)
    order = torch.randperm(n, generator=generator).tolist()
    share = n // world if drop_last else -(-n // world)
    while len(order) < share * world:
        order += order
    return order[: share * world][rank::world]
