def pick_class_scores(logits, target, class_dim=1):
    bad = (target < 0) | (target >= logits.size(class_dim))
    index = target.masked_fill(bad, 0).unsqueeze(class_dim)
    return logits.gather(class_dim, index).squeeze(class_dim).masked_fill(bad, 0)
