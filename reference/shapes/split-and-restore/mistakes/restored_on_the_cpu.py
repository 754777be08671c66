"""
en: restore makes its result with torch.empty, on the CPU, and copies the pieces there. Pieces from a GPU come back
    on the CPU. torch.cat stays where the pieces are.
ko: restore가 torch.empty로 CPU에 만든 텐서에 조각들을 복사합니다. GPU에 있던 조각들이 CPU로 돌아옵니다.
    torch.cat의 결과는 조각들과 같은 장치에 있습니다.
"""

import torch


def split_chunks(x, n, dim):
    return list(torch.tensor_split(x, n, dim))


def restore(parts, dim):
    sizes = list(parts[0].shape)
    sizes[dim] = sum(part.size(dim) for part in parts)
    whole = torch.empty(sizes, dtype=parts[0].dtype)
    start = 0
    for part in parts:
        whole.narrow(dim, start, part.size(dim)).copy_(part)
        start += part.size(dim)
    return whole
