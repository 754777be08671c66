import torch
import torch.nn.functional as F


def distill_step(student, teacher, x):
    was_training = teacher.training
    teacher.eval()  # about Dropout and BatchNorm; it has nothing to do with gradients
    with torch.no_grad():  # about gradients; it has nothing to do with the mode
        target = teacher(x)
    teacher.train(was_training)
    loss = F.mse_loss(student(x), target)
    loss.backward()
    return loss.item()
