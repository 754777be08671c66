from torch import nn
from torch.nn import init


def _start(layer):
    init.xavier_uniform_(layer.weight, gain=1.0)
    if layer.bias is not None:
        fan_in, _ = init._calculate_fan_in_and_fan_out(layer.weight)
        init.uniform_(layer.bias, -1 / fan_in**0.5, 1 / fan_in**0.5)


def replace_head(model, in_ch, num_classes):
    old = model.conv1
    geometry = {name: getattr(old, name) for name in ("out_channels", "kernel_size", "stride", "padding")}
    conv = nn.Conv2d(in_ch, bias=old.bias is not None, **geometry)
    fc = nn.Linear(model.fc.in_features, num_classes, bias=model.fc.bias is not None)
    for name, layer in (("conv1", conv), ("fc", fc)):
        _start(layer)
        weight = getattr(model, name).weight
        setattr(model, name, layer.to(device=weight.device, dtype=weight.dtype))
    return model
