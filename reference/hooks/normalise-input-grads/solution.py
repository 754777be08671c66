def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if any(g is None for g in grad_input):  # no input requires a gradient: nothing to normalise
            return None
        total = sum(grad_input)
        # New tensors: the old ones may be one and the same, expanded, or on their way to somebody else.
        return tuple(g / total for g in grad_input)

    return module.register_full_backward_hook(hook)
