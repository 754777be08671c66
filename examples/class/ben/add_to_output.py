class AddK:
    def __init__(self, k):
        self.k = k

    def __call__(self, module, args, output):
        if type(output) is not tuple:
            return output.add(self.k)
        parts = []
        for part in output:
            parts.append(self.k + part)
        return tuple(parts)


def add_to_output(module, k):
    handle = module.register_forward_hook(AddK(k))
    return handle
