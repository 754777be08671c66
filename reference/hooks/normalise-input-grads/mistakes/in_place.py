"""
en: The gradients are divided in place. For a + b they are one tensor, which is then divided twice; after .sum() it
    is expanded and can't be written into. Return new tensors.
ko: 기울기를 제자리에서 나누었습니다. a + b에서는 기울기들이 한 텐서여서 두 번 나뉘고, .sum() 뒤에는 펼쳐진 텐서라 쓸
    수 없습니다. 새 텐서를 돌려주세요.
"""


def normalise_input_grads(module):
    def hook(module, grad_input, grad_output):
        if None in grad_input:
            return
        total = sum(g.clone() for g in grad_input)
        for g in grad_input:
            g.div_(total)

    return module.register_full_backward_hook(hook)
