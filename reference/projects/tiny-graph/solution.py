class Graph:
    def define(self):
        # Nodes in the order of the calculation: name, operation, where it reads from.
        self.nodes = [("s", "add", "x", "y"), ("g", "mul", "s", "z")]

    def run(self, x, y, z):
        value = {"x": x, "y": y, "z": z}
        for name, operation, a, b in self.nodes:
            value[name] = value[a] + value[b] if operation == "add" else value[a] * value[b]
        grad = {"g": 1.0}
        for name, operation, a, b in reversed(self.nodes):
            # No value is used twice here, so every gradient comes from one place.
            grad[a] = grad[name] if operation == "add" else grad[name] * value[b]
            grad[b] = grad[name] if operation == "add" else grad[name] * value[a]
        return value["g"], {name: grad[name] for name in "xyz"}
