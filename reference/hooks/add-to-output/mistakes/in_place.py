"""
en: The output is edited in place. With nn.Identity that is the caller's own tensor, and torch.exp still needs it for
    its gradient. Return output + k instead.
ko: 출력을 제자리에서 고쳤습니다. nn.Identity라면 그것은 호출한 쪽의 텐서이고, torch.exp는 기울기를 구할 때 그 값이
    필요합니다. 대신 output + k를 돌려주세요.
"""


def add_to_output(module, k):
    def hook(module, args, output):
        for part in output if isinstance(output, tuple) else (output,):
            part.add_(k)
        return output

    return module.register_forward_hook(hook)
