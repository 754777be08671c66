"""
en: A backward pre-hook changes grad_output, before the module's own gradients are computed, so the parameters learn
    something else. Use register_full_backward_hook.
ko: backward pre-hook은 모듈의 기울기를 계산하기 전에 grad_output을 바꾸므로 파라미터가 엉뚱하게 학습됩니다.
    register_full_backward_hook을 쓰세요.
"""


def normalise_input_grads(module):
    def hook(module, grad_output):
        total = sum(grad_output)
        return tuple(g / total for g in grad_output)

    return module.register_full_backward_pre_hook(hook)
