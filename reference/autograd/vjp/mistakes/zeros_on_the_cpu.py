"""
en: The gradients were prepared with torch.zeros, on the CPU. Where an input lies on a GPU, PyTorch does not accept
    them as its .grad. Use torch.zeros_like(x): it has the dtype and the device of x.
ko: 기울기를 미리 torch.zeros로 CPU에 만들어 두었습니다. 입력이 GPU에 있으면 PyTorch가 이것을 .grad로 받지
    않습니다. torch.zeros_like(x)를 쓰면 dtype도 장치도 x와 같습니다.
"""

import torch


def vjp(fn, inputs, weights=None):
    leaves = [x.detach().requires_grad_() for x in inputs]
    for leaf in leaves:
        leaf.grad = torch.zeros(leaf.shape, dtype=leaf.dtype)
    fn(*leaves).backward(gradient=weights)
    return [leaf.grad for leaf in leaves]
