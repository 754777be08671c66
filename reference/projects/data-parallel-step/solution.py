import copy


def data_parallel_step(model, loss_fn, x, y, world):
    replicas = []
    for x_piece, y_piece in zip(x.chunk(world), y.chunk(world)):
        replica = copy.deepcopy(model)  # copies the parameters, and no .grad
        # A piece counts by its number of samples, so that the sum is the mean over all.
        (loss_fn(replica(x_piece), y_piece) * len(x_piece) / len(x)).backward()
        replicas.append(replica)
    for p, *copies in zip(model.parameters(), *(replica.parameters() for replica in replicas)):
        p.grad = sum(copy.grad for copy in copies)
