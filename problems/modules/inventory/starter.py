def inventory(model):
    """Numbers of parameters, and names of buffers, children and modules."""
    # 1. Elements of all parameters, and of those that are trained.
    # 2. Names: which named_... method gives which?
    raise NotImplementedError("inventory is not written yet / inventory를 아직 작성하지 않았습니다")


def fetch(model, path):
    """The parameter, buffer or submodule that a dotted path names."""
    # 3. Find the very object, or raise AttributeError.
    raise NotImplementedError("fetch is not written yet / fetch를 아직 작성하지 않았습니다")
