from torchgrade.problems.kit import WRITABLE_LAYOUTS, check, example, st, tensor, tensors, tolerance, torch

SHAPES = ("h w c", "b h w c", "b t h w c")


def pictures(*dtypes, **options):
    return st.one_of(*(tensors(shape, dtype=dtypes, layouts=WRITABLE_LAYOUTS, **options) for shape in SHAPES))


@example(x=tensor([[[1, 10], [2, 20], [3, 30]]]))
@example(x=tensor([[[1, 10], [2, 20], [3, 30]]], layout="offset"))
@example(x=tensor([[[[[[1, 10], [2, 20], [3, 30]]]]]]))
@tolerance(exact=True)
@check(x=pictures("float32", "int64", b=(0, 3), t=(1, 3), h=(1, 6), w=(1, 6), c=(0, 4)))
def moves_the_channel(solution, x):
    """[..., c, h, w] of the result is [..., h, w, c] of x, with any number of leading dims."""
    return solution.to_channels_first(x)


@tolerance(exact=True)
@check(x=pictures("uint8", "bool", "float64", "float16", "complex64"))
def keeps_dtype_and_values(solution, x):
    """The dtype is kept, and values from 0 to 255 are neither scaled nor changed."""
    return solution.to_channels_first(x)


@tolerance(exact=True)
@check(x=pictures("float32", "uint8"))
def shares_its_memory(solution, x):
    """The result is a view: what is written to it shows in x, and the other way round."""
    result = solution.to_channels_first(x)
    result.fill_(7)
    after_writing_the_result = x.clone()
    x.copy_(torch.arange(x.numel()).reshape(x.shape))
    return {"x": after_writing_the_result, "result": result.clone()}


@tolerance(exact=True)
@check(x=pictures("float32"))
def lets_gradients_through(solution, x):
    """The gradient goes back to the places that the values came from."""
    x = x.clone().requires_grad_()
    result = solution.to_channels_first(x)
    weights = torch.arange(1.0, 1 + result.numel()).reshape(result.shape)
    (result * weights).sum().backward()
    return x.grad
