def weight_norm_hook(linear):
    """Make the weight of an nn.Linear be computed from weight_v and weight_g before every forward; return linear."""

    def pre_hook(module, args):
        # Set module.weight = g * v / (norm of each row of v).
        raise NotImplementedError("weight_norm_hook is not written yet / 아직 작성하지 않았습니다")

    # Take the Parameter `weight` off the module, and register weight_v and weight_g in its place.
    linear.register_forward_pre_hook(pre_hook)
    return linear
