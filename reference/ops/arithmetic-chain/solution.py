def calc(a, b, c, d, e):
    # Brackets first, then * and /, then + and -: tensors follow Python's precedence, and / never rounds.
    return (a + b) * c - d / e
