import torch


def product(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """The product of vectors, matrices and batches of matrices, by the rules of numpy.matmul."""
    # Which of torch.dot, torch.mm, torch.bmm, torch.matmul and * takes all the shapes of the table?
    raise NotImplementedError("product is not written yet / 아직 작성하지 않았습니다")
