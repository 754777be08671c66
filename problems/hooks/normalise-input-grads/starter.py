def normalise_input_grads(module):
    """Divide the gradient of each input by the sum of all of them; return the handle of the hook."""

    def hook(module, grad_input, grad_output):
        # grad_input: a tuple with one gradient for each input. What you return replaces it.
        raise NotImplementedError("normalise_input_grads is not written yet / 아직 작성하지 않았습니다")

    return module.register_full_backward_hook(hook)
