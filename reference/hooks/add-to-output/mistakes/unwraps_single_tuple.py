"""
en: A tuple with one tensor was unwrapped to the tensor. It must stay a tuple: (output[0] + k,) with the comma.
ko: 원소가 하나인 tuple을 풀어서 텐서로 만들었습니다. 쉼표를 붙여 (output[0] + k,)처럼 tuple로 남겨야 합니다.
"""


def add_to_output(module, k):
    def hook(module, args, output):
        if isinstance(output, tuple):
            changed = tuple(part + k for part in output)
            return changed if len(changed) > 1 else changed[0]
        return output + k

    return module.register_forward_hook(hook)
