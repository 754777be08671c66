import torch
from torch import nn


def distill_step(student, teacher, x):
    """Add the gradient of the mean squared error to the student's .grad; return the error as a float."""
    # 1. What does the teacher say in eval mode, without a graph? And its mode afterwards?
    # 2. What does the student say, with a graph?
    # 3. Loss, backward, and a float to return.
    raise NotImplementedError("distill_step is not written yet / 아직 작성하지 않았습니다")
