def to_channels_first(x):
    # Counted from the end, so that it does not matter how many dims stand in front.
    return x.movedim(-1, -3)
