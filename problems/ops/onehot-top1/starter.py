import torch


def onehot_top1(scores, num_classes, dtype=torch.float32):
    """[..., C] -> [..., num_classes]: 1 at the class with the highest score, 0 elsewhere."""
    # 1. Which class wins in each row? Keep the class dim.
    # 2. Zeros of the right shape, dtype and device.
    # 3. Write the ones.
    raise NotImplementedError("onehot_top1 is not written yet / 아직 작성하지 않았습니다")
