"""
en: Hooks were put on the input tensors. They see everything that flows into those tensors, also past the module, and
    each sees only its own gradient. Use a backward hook of the module.
ko: 입력 텐서에 hook을 걸었습니다. 그러면 모듈을 지나지 않은 기울기까지 섞이고, 각 hook은 자기 기울기만 봅니다.
    모듈의 backward hook을 쓰세요.
"""


def normalise_input_grads(module):
    def hook(module, args):
        for value in args:
            if value.requires_grad:
                value.register_hook(lambda g: g / (g + g))

    return module.register_forward_pre_hook(hook)
