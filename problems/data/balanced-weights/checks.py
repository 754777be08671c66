from torchgrade.problems.kit import check, example, st, tensor, tensors, tolerance, torch


def shares(weights):
    """Return what does not depend on the free scale and the float dtype: each weight's share of the whole."""
    floating = weights.is_floating_point()
    weights = weights.detach().double()
    # Divided by the sum of the absolute values, so that a negative weight still shows.
    return {"shape": tuple(weights.shape), "floating": floating, "share": weights / weights.abs().sum()}


@example(labels=tensor([0, 0, 1, 0]))
@tolerance(rtol=1e-5, atol=1e-7)
@check(labels=tensors("n", dtype="int64", low=0, high=4, n=(1, 14), layouts=("contiguous",)))
def classes_weigh_the_same(solution, labels):
    """There is one positive weight for each sample, and the weights of every class add up to the same."""
    return shares(solution.balanced_weights(labels))


@example(labels=[2, 7, 7, 11, 7])
@tolerance(rtol=1e-5, atol=1e-7)
@check(labels=st.lists(st.sampled_from((2, 7, 11, -1, -5, 0, 100)), min_size=1, max_size=14))
def labels_are_not_indices(solution, labels):
    """Labels with gaps, such as 2, 7 and 11, and negative labels work."""
    return shares(solution.balanced_weights(torch.tensor(labels)))


@example(labels=tensor([], "int64"), far=[])
@example(labels=tensor([0, 1, 1]), far=[2**24, 2**24 + 1, 2**24])
@example(labels=tensor([3, 3, 1], "uint8"), far=[10**12, 5, 10**12])
@example(labels=tensor([3, 3, 1], "int8"), far=[2**40 + 5, 5, 2**40 + 5])
@example(labels=tensor([0] * 300 + [1], "uint8"), far=[5])  # 300 is no uint8
@tolerance(rtol=1e-5, atol=1e-7)
@check(
    labels=tensors("n", dtype=("int64", "int32", "int16", "int8", "uint8"), low=0, high=5, n=(0, 60)),
    far=st.lists(st.sampled_from((10**12, -(10**12), 5, 2**40, 2**40 + 5, 2**24, 2**24 + 1)), min_size=1, max_size=9),
)
def takes_any_integers(solution, labels, far):
    """Very large labels, other integer dtypes, views and no labels at all work."""
    return [
        shares(solution.balanced_weights(labels)),
        shares(solution.balanced_weights(torch.tensor(far, dtype=torch.int64))),
    ]
