import torch


@torch.no_grad()
def freeze_except(model: torch.nn.Module, prefixes) -> list[str]:
    starts = tuple(f"{prefix}." for prefix in prefixes)
    model.requires_grad_(False)
    for name, p in model.named_parameters():
        if f"{name}.".startswith(starts):
            p.requires_grad = True
    return [name for name, p in model.named_parameters() if p.requires_grad]
