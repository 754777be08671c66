def add_to_output(module, k):
    def hook(module, args, output):
        # `output + k` is a new tensor. In place we would write into what others still use: autograd, or the caller.
        if isinstance(output, tuple):
            return tuple(part + k for part in output)
        return output + k

    return module.register_forward_hook(hook)
