"""
en: retain_graph=True and the list of losses keep the graph of every micro batch in memory, which is what accumulation
    is there to avoid. Call backward() as it is and keep loss.item().
ko: retain_graph=True와 손실 리스트 때문에 모든 micro batch의 계산 그래프가 메모리에 남습니다. 누적은 바로
    그것을 피하려는 방법입니다. backward()만 부르고 loss.item()을 더하세요.
"""

import math

import torch


def accumulate_step(model, opt, loss_fn, micro_batches, max_norm=None):
    total = sum(len(x) for x, _ in micro_batches)
    losses = []
    opt.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * (len(x) / total)
        loss.backward(retain_graph=True)
        losses.append(loss)
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), math.inf if max_norm is None else max_norm)
    opt.step()
    return sum(losses).item(), norm.item()
