import torch


def balanced_weights(labels):
    weights = torch.zeros(labels.shape[0])
    for c in labels.unique():
        mask = labels == c
        weights[mask] = 1.0 / mask.sum()
    return weights
