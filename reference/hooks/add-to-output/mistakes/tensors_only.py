"""
en: output + k fails when the module returns a tuple: Python can't add a number to a tuple. Treat the parts one by
    one.
ko: 모듈이 tuple을 돌려주면 output + k에서 오류가 납니다. tuple에는 숫자를 더할 수 없습니다. 원소를 하나씩
    처리하세요.
"""


def add_to_output(module, k):
    return module.register_forward_hook(lambda module, args, output: output + k)
