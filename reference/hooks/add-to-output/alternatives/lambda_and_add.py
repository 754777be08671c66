import torch


def add_to_output(module, k):
    return module.register_forward_hook(
        lambda m, i, o: torch.add(o, k) if torch.is_tensor(o) else (*(torch.add(one, k) for one in o),)
    )
