def pick_class_scores(logits, target, class_dim=1):
    return logits.float().gather(class_dim, target.unsqueeze(class_dim)).squeeze(class_dim)
