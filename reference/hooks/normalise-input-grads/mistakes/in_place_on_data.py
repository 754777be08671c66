"""
en: Dividing .data in place hides the edit from autograd but does it all the same: whoever shares the gradient (a +
    b, the parameter of a + W) gets wrong values. Return new tensors.
ko: .data를 제자리에서 나누면 autograd는 모르지만 값은 바뀝니다. 그 기울기를 함께 쓰는 텐서(a + b, a + W의 W)가 모두
    틀려집니다. 새 텐서를 돌려주세요.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return None
        total = sum(g.clone() for g in grad_input)
        shares = []
        for g in grad_input:
            g.data.copy_(g / total) if g.is_contiguous() else None
            shares.append(g if g.is_contiguous() else g / total)
        return tuple(shares)

    return module.register_full_backward_hook(hook)
