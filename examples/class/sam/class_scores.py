import torch


def pick_class_scores(logits, target, class_dim=1):
    """Return the score that each place gives to its target class; the result has the shape of target."""
    # 1. Give target a dim of size 1 where logits has its classes.
    # 2. gather along that dim.
    # 3. Take the same dim out again, and no other.
    raise NotImplementedError("pick_class_scores is not written yet / 아직 작성하지 않았습니다")
