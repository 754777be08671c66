import torch


def clip_tensor_grad(t, limit):
    norms = []

    def hook(grad):
        norm = torch.linalg.vector_norm(grad)
        norms.append(float(norm))
        # limit / 0 is inf for tensors, and the clamp makes it 1
        return grad * torch.clamp(limit / norm, max=1.0)

    handle = t.register_hook(hook)
    return handle, norms
