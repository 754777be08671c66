def to_affine(model, d):
    """Turn every module whose class is called Function_... into x @ W.T + b, and return the model."""

    def convert(module):
        # 1. Does the name of the module's class start with "Function_"?
        # 2. Give the module its Parameters W and b.
        # 3. Give this one object a new forward.
        raise NotImplementedError("to_affine is not written yet / 아직 작성하지 않았습니다")

    return model.apply(convert)
