import torch


def pick_class_scores(logits, target, class_dim=1):
    classes = logits.size(class_dim)
    if ((target < 0) | (target >= classes)).any():
        raise IndexError(f"labels must be in [0, {classes})")
    first = logits.transpose(0, class_dim)
    labels = target.unsqueeze(class_dim).transpose(0, class_dim)
    numbers = torch.arange(classes, device=logits.device).view(classes, *[1] * (logits.dim() - 1))
    picked = torch.where(numbers == labels, first, 0).sum(0, keepdim=True, dtype=logits.dtype)
    return picked.transpose(0, class_dim).squeeze(class_dim)
