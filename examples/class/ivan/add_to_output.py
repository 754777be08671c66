def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            return tuple(part.detach() + k for part in output)
        return output.detach() + k

    return module.register_forward_hook(hook)
