def data_parallel_step(model, loss_fn, x, y, world):
    model.zero_grad()
    batch = x.size(0)
    size = -(-batch // world)
    for start in range(0, batch, size):
        inputs, labels = x[start : start + size], y[start : start + size]
        loss = loss_fn(model(inputs), labels)
        loss.backward(loss.new_tensor(inputs.size(0) / batch))
