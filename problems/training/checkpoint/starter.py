def save(path, model, opt, epoch, best):
    """Write everything that the next epoch depends on into one file."""
    raise NotImplementedError("save is not written yet / 아직 작성하지 않았습니다")


def load(path, model, opt):
    """Fill the given model and optimizer from the file; return (epoch, best)."""
    raise NotImplementedError("load is not written yet / 아직 작성하지 않았습니다")
