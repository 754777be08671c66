class Graph:
    def __init__(self):
        self.function = None
        self.define()

    def define(self):
        def forward_and_backward(x, y, z):
            s = x + y
            ds, dz = z, s
            return s * z, dict(x=ds * 1.0, y=ds * 1.0, z=dz)

        self.function = forward_and_backward

    def run(self, x, y, z):
        return self.function(x, y, z)
