def pick_class_scores(logits, target, class_dim=1):
    # The index needs as many dims as logits: size 1 along the classes, because one score is wanted in each place.
    index = target.unsqueeze(class_dim)
    return logits.gather(class_dim, index).squeeze(class_dim)
