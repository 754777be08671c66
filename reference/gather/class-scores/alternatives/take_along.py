import torch


def pick_class_scores(logits, target, class_dim=1):
    classes = logits.size(class_dim)
    # take_along_dim wraps numbers around and never complains, so the labels are checked first.
    if not torch.all((target >= 0) & (target < classes)):
        raise IndexError(f"every label must be from 0 to {classes - 1}")
    return torch.take_along_dim(logits, target.unsqueeze(class_dim), dim=class_dim).select(class_dim, 0)
