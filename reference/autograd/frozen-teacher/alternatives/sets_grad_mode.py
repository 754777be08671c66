import torch


@torch.no_grad()
def ask(teacher, x):
    mode = teacher.training
    answer = teacher.train(False)(x)
    teacher.train(mode)
    return answer


def distill_step(student, teacher, x):
    target = ask(teacher, x)
    prediction = student(x)
    # The gradient of the mean of (p - t)^2 by hand, fed to backward.
    prediction.backward(gradient=2 * (prediction.detach() - target) / target.numel())
    return (prediction.detach() - target).square().mean().item()
