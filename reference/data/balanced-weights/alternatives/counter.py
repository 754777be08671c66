from collections import Counter

import torch


def balanced_weights(labels):
    labels = labels.tolist()
    count = Counter(labels)
    return torch.tensor([1 / (len(count) * count[label]) for label in labels], dtype=torch.float64)
