# attack: changes all of torch's global state and answers right
# expect: passed
import torch
torch.set_default_dtype(torch.float64)
torch.set_default_device("meta")
torch.set_grad_enabled(False)
torch.set_num_threads(4)
torch.inference_mode().__enter__()


def double(x):
    torch.set_default_dtype(torch.float64)
    torch.set_grad_enabled(False)
    return x * 2
