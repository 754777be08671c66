"""
en: A forward pre-hook changes the input, before forward runs: exp(x + k) is not exp(x) + k. Use
    register_forward_hook.
ko: forward_pre_hook은 forward가 실행되기 전에 입력을 바꿉니다. exp(x + k)는 exp(x) + k와 다릅니다.
    register_forward_hook을 쓰세요.
"""


def add_to_output(module, k):
    return module.register_forward_pre_hook(lambda module, args: tuple(value + k for value in args))
