"""
en: .data hides the edit from autograd, but not from the caller: with nn.Identity x changes, and the gradient of exp
    is silently wrong. Return a new tensor, output + k.
ko: .data로 고치면 autograd는 눈치채지 못하지만 결과는 바뀝니다. nn.Identity에서는 x가 바뀌고, exp의 기울기는 오류
    없이 틀린 값이 됩니다. 새 텐서 output + k를 돌려주세요.
"""


def add_to_output(module, k):
    def hook(module, args, output):
        for part in output if isinstance(output, tuple) else (output,):
            part.data = part.data.contiguous()
            part.data.add_(k)

    return module.register_forward_hook(hook)
