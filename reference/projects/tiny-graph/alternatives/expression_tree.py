def evaluate(tree, feed):
    """Value and gradients of a tree, from the leaves up."""
    if isinstance(tree, str):
        return feed[tree], {tree: 1.0}
    operator, left, right = tree
    (a, da), (b, db) = evaluate(left, feed), evaluate(right, feed)
    if operator == "+":
        return a + b, {name: da.get(name, 0.0) + db.get(name, 0.0) for name in da | db}
    return a * b, {name: da.get(name, 0.0) * b + a * db.get(name, 0.0) for name in da | db}


class Graph:
    tree = None

    def define(self):
        self.tree = ("*", ("+", "x", "y"), "z")

    def run(self, x, y, z):
        return evaluate(self.tree, {"x": x, "y": y, "z": z})
