def add_four_ways(x, y, out):
    a = x.add(y)
    b = y + x
    out[...] = x
    out += y
    x += y
    return a, b, out, x
