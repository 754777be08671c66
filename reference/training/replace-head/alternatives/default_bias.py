from torch import nn


def replace_head(model, in_ch, num_classes):
    old = model.conv1
    geometry = {name: getattr(old, name) for name in ("out_channels", "kernel_size", "stride", "padding")}
    conv = nn.Conv2d(in_ch, bias=old.bias is not None, **geometry)
    fc = nn.Linear(model.fc.in_features, num_classes, bias=model.fc.bias is not None)
    for name, layer in (("conv1", conv), ("fc", fc)):
        nn.init.xavier_uniform_(layer.weight)  # PyTorch's default bias is U(+-1/sqrt(fan_in)) already
        setattr(model, name, layer.to(device=old.weight.device, dtype=old.weight.dtype))
    return model
