import torch


def pick_class_scores(logits, target, class_dim=1):
    last = logits.movedim(class_dim, -1)
    rows = last.reshape(-1, last.size(-1))
    here = torch.arange(rows.size(0), device=logits.device)
    return rows[here, target.reshape(-1)].reshape(target.shape)
