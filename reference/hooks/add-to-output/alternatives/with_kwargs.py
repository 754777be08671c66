from functools import partial


def _hook(k, module, args, kwargs, output):
    single = not isinstance(output, tuple)
    changed = tuple(map(lambda part: part + k, (output,) if single else output))
    return changed[0] if single else changed


def add_to_output(module, k):
    return module.register_forward_hook(partial(_hook, k), with_kwargs=True)
