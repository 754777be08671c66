from torchgrade.problems.kit import WRITABLE_LAYOUTS, check, example, st, tensor, tensors, tolerance, torch

DTYPES = ("float32", "float64", "int32", "int64", "uint8", "float16")
CUBE = tensor([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])


def seen(array):
    """Return what kind of thing an array is, its dtype, and its values as they are now."""
    import numpy as np

    return [type(array).__name__, str(array.dtype), torch.from_numpy(np.array(array))]


@example(t=tensor([1, 2, 3]), change=5)
@example(t=tensor([1.5, 2.5], dtype="float16"), change=1)
@example(t=CUBE, change=5)
@tolerance(exact=True)
@check(t=tensors("h w", dtype=DTYPES, layouts=WRITABLE_LAYOUTS, h=(0, 4), w=(1, 4)), change=st.integers(1, 9))
def to_numpy_shares(solution, t, change):
    """to_numpy(t) has t's values and dtype, and what is written on one side shows on the other."""
    array = solution.to_numpy(t)
    first = seen(array)
    array += change
    after_array = t.clone()
    t.mul_(2)
    single = solution.to_numpy(t.sum())
    return {
        "array": first,
        "tensor after a write to the array": after_array,
        "array after a write to the tensor": seen(array),
        "array of a tensor without dims": seen(single),
        "array of a tensor of bools": seen(solution.to_numpy(t > 0)),
    }


@example(t=tensor([1, 2, 3]), change=5)
@example(t=tensor([1.5, 2.5], dtype="float16"), change=1)
@example(t=CUBE, change=5)
@tolerance(exact=True)
@check(t=tensors("h w", dtype=DTYPES, layouts=WRITABLE_LAYOUTS, h=(0, 4), w=(1, 4)), change=st.integers(1, 9))
def from_np_shares(solution, t, change):
    """from_np(a) has a's values and dtype, and what is written on one side shows on the other."""
    array = t.numpy()
    made = solution.from_np(array)
    first = made.clone()
    made.add_(change)
    after_tensor = seen(array)
    array *= 2
    single = torch.tensor(change).numpy()
    without_dims = solution.from_np(single)
    single += 1
    # An array of stride 0 that may be written to: one number in memory, seen three times.
    repeated = torch.tensor([change]).expand(3).numpy()
    of_repeated = solution.from_np(repeated)
    repeated[0] = -change
    return {
        "tensor": first,
        "array after a write to the tensor": after_tensor,
        "tensor after a write to the array": made.clone(),
        "tensor of an array without dims": without_dims.clone(),
        "tensor of an array of stride 0": of_repeated.clone(),
        "tensor of an array of bools": solution.from_np(array > 0),
    }


@example(t=CUBE, change=5)
@tolerance(exact=True)
@check(t=tensors("h w", dtype=DTYPES, layouts=WRITABLE_LAYOUTS, h=(1, 4), w=(1, 4)), change=st.integers(1, 9))
def copies_when_asked(solution, t, change):
    """With copy=True and with share=False, what is written on one side does not show on the other."""
    array = solution.to_numpy(t, copy=True)
    first = seen(array)
    array += change
    after_array = t.clone()
    t.add_(2 * change)
    after_tensor = seen(array)
    source = t.numpy()
    made = solution.from_np(source, share=False)
    second = made.clone()
    made.add_(change)
    source_after = seen(source)
    source += 3 * change
    return {
        "to_numpy": [first, after_array, after_tensor],
        "from_np": [second, source_after, made.clone()],
    }


@example(t=tensor([[1.0, 2.0]]), weights=tensor([[3.0, 4.0]], dtype="float64"), copy=False)
@tolerance(exact=True)
@check(
    t=tensors("h w", dtype=("float32", "float64"), h=(1, 4), w=(1, 4)),
    weights=tensors("h w", dtype="float64"),
    copy=st.booleans(),
)
def works_with_gradients(solution, t, weights, copy):
    """A tensor that requires a gradient is converted like any other, and still requires and gets it afterwards."""
    leaf = t.clone().requires_grad_()
    array = solution.to_numpy(leaf, copy=copy)
    leaf_array = seen(array)
    product = leaf * weights.to(leaf.dtype)
    product_array = seen(solution.to_numpy(product, copy=copy))
    still = [leaf.requires_grad, product.requires_grad]
    product.sum().backward()
    array += 1
    return {
        "array": leaf_array,
        "array of a result": product_array,
        "requires_grad": still,
        "gradient": leaf.grad,
        "tensor after a write to the array": leaf.detach().clone(),
    }


@example(t=tensor([[1, 2, 3], [4, 5, 6]]), rows=True, columns=False, share=True)
@tolerance(exact=True)
@check(
    t=tensors("h w", dtype=("float32", "float64", "int32", "uint8"), layouts=WRITABLE_LAYOUTS, h=(1, 5), w=(1, 5)),
    rows=st.booleans(),
    columns=st.booleans(),
    share=st.booleans(),
)
def reversed_arrays_work(solution, t, rows, columns, share):
    """Arrays that run backwards, such as a[::-1] and a[:, ::-1], give a tensor of their values in their order."""
    array = t.numpy()[:: -1 if rows else 1, :: -1 if columns else 1]
    made = solution.from_np(array, share=share)
    row = solution.from_np(array[0][::-1], share=share)
    return [made.clone(), row.clone()]
