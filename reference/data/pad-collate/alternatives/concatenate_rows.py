import torch


def pad_collate(batch, pad=0):
    longest = max(s.size(0) for s, _ in batch)
    rows, labels, lengths = [], [], []
    for s, label in batch:
        tail = torch.full((longest - s.size(0),), pad, dtype=s.dtype, device=s.device)
        rows.append(torch.cat([s, tail]))
        labels.append(label)
        lengths.append(s.size(0))
    return [torch.stack(rows), torch.LongTensor(labels), torch.LongTensor(lengths)]
