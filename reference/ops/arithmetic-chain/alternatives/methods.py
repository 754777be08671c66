def calc(a, b, c, d, e):
    return a.add(b).multiply(c).sub(d.div(e))
