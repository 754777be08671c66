class Node:
    def __init__(self, *parents):
        self.parents = parents
        self.value = 0.0
        self.grad = 0.0


class Add(Node):
    def forward(self):
        self.value = sum(parent.value for parent in self.parents)

    def backward(self):
        for parent in self.parents:
            parent.grad += self.grad


class Mul(Node):
    def forward(self):
        a, b = self.parents
        self.value = a.value * b.value

    def backward(self):
        a, b = self.parents
        a.grad += b.value * self.grad
        b.grad += a.value * self.grad


class Graph:
    def define(self):
        self.x, self.y, self.z = Node(), Node(), Node()
        self.sum = Add(self.x, self.y)
        self.g = Mul(self.sum, self.z)

    def run(self, x, y, z):
        self.x.value, self.y.value, self.z.value = x, y, z
        for node in (self.x, self.y, self.z, self.sum):
            node.grad = 0.0
        self.sum.forward()
        self.g.forward()
        self.g.grad = 1.0
        self.g.backward()
        self.sum.backward()
        return self.g.value, {"x": self.x.grad, "y": self.y.grad, "z": self.z.grad}
