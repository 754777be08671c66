def to_channels_first(x):
    return x.transpose(-1, -2).transpose(-2, -3)
