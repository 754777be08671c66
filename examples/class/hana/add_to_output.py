def add_to_output(module, k):
    return module.register_forward_pre_hook(lambda module, args: tuple(value + k for value in args))
