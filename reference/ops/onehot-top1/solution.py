import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    winner = scores.argmax(-1, keepdim=True)  # argmax names one class, also where several are equal
    zeros = torch.zeros(*scores.shape[:-1], num_classes, dtype=dtype, device=scores.device)
    return zeros.scatter_(-1, winner, 1)
