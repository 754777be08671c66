def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            return (output[0] + k, *output[1:])
        return output + k

    return module.register_forward_hook(hook)
