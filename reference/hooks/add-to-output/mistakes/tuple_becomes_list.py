"""
en: A tuple went in and a list came out. Code behind the module may rely on the tuple: wrap it in tuple(...).
ko: tuple이 들어왔는데 list가 나갔습니다. 뒤의 코드는 tuple을 기대할 수 있으니 tuple(...)로 감싸세요.
"""


def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            return [part + k for part in output]
        return output + k

    return module.register_forward_hook(hook)
