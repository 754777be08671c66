def distill_step(student, teacher, x):
    modes = {layer: layer.training for layer in teacher.modules()}
    for layer in modes:
        layer.training = False
    try:
        error = student(x) - teacher(x).detach()
    finally:
        for layer, mode in modes.items():
            layer.training = mode
    loss = (error**2).mean()
    loss.backward()
    return float(loss)
