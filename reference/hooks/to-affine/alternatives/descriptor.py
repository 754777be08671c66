from torch import nn, zeros


def new_forward(self, x):
    return (self.W @ x.unsqueeze(-1)).squeeze(-1) + self.b


def to_affine(model, d):
    if type(model).__name__.startswith("Function_"):
        model.b = nn.Parameter(zeros(d))
        model.W = nn.Parameter(zeros(d, d))
        model.forward = new_forward.__get__(model)
    for child in model.children():
        to_affine(child, d)
    return model
