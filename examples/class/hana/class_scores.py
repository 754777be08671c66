import torch.nn.functional as F


def pick_class_scores(logits, target, class_dim=1):
    return F.cross_entropy(logits.movedim(class_dim, 1), target, reduction="none")
