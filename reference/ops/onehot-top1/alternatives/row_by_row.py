import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    rows = scores.reshape(-1, scores.size(-1))
    result = torch.zeros(len(rows), num_classes, dtype=dtype, device=scores.device)
    for i, row in enumerate(rows.tolist()):
        result[i, row.index(max(row))] = 1
    return result.view(scores.shape[:-1] + (num_classes,))
