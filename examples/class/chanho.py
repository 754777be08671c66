import torch


def pick_column(A, j):
    # index_select knows no negative numbers; % W turns -1 into W - 1.
    index = torch.tensor([j % A.size(1)], device=A.device)
    return A.index_select(1, index).squeeze(1)


def diag_2d(A):
    n = min(A.shape)
    # One column number for each of the first n rows: the index is [n, 1], and so is what gather returns.
    index = torch.arange(n, device=A.device).unsqueeze(1)
    return A.gather(1, index).squeeze(1)


import torch


def get_diag_element_3D(A):
    C, H, W = A.shape
    n = min(H, W)
    index = torch.arange(n, device=A.device).view(1, n, 1).expand(C, n, 1)
    return A[:, :n].gather(2, index).squeeze(2)


def last_valid(x, lengths):
    B, _, D = x.shape
    # A length of 0 has no last step: look at step 0 instead, and blank the row afterwards.
    step = (lengths - 1).clamp(min=0)
    last = x.gather(1, step.view(B, 1, 1).expand(B, 1, D)).squeeze(1)
    # masked_fill and not a product: what is padded may be nan, and its gradient must be cut.
    return last.masked_fill(lengths.view(B, 1) == 0, 0)


def pick_class_scores(logits, target, class_dim=1):
    # The index needs as many dims as logits: size 1 along the classes, because one score is wanted in each place.
    index = target.unsqueeze(class_dim)
    return logits.gather(class_dim, index).squeeze(class_dim)


from torch import nn


class Chain(nn.Module):
    def __init__(self, modules, order):
        super().__init__()
        # A ModuleList registers what it holds; a Python list would hide it from parameters() and state_dict().
        self.layers = nn.ModuleList(modules)
        self.order = order

    def forward(self, x):
        for i in self.order:
            x = self.layers[i](x)
        return x


import torch
from torch import nn


class MyLinear(nn.Module):
    def __init__(self, in_f, out_f, bias=True):
        super().__init__()
        # nn.Parameter is what registers a tensor: parameters(), to() and state_dict() find it from now on.
        self.weight = nn.Parameter(nn.init.xavier_uniform_(torch.empty(out_f, in_f)))
        self.bias = nn.Parameter(torch.zeros(out_f)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias


def add_to_output(module, k):
    def hook(module, args, output):
        # `output + k` is a new tensor. In place we would write into what others still use: autograd, or the caller.
        if isinstance(output, tuple):
            return tuple(part + k for part in output)
        return output + k

    return module.register_forward_hook(hook)


import torch
from torch import nn


def init_linear(model, w, b):
    @torch.no_grad()  # filling is no computation that anybody wants to differentiate
    def init(module):
        if isinstance(module, nn.Linear):
            module.weight.fill_(w)  # in place: the Parameter object stays, and with it every optimizer that holds it
            if module.bias is not None:
                module.bias.fill_(b)

    return model.apply(init)  # apply returns the model
